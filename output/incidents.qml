<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" hasScaleBasedVisibilityFlag="0" labelsEnabled="1">
  <temporal mode="4" enabled="1" startField="date_start" endField="date_end" limitMode="0" accumulate="0" durationField="" durationUnit="min" fixedDuration="0" startExpression="coalesce(to_datetime(&quot;date_start&quot;), @map_start_time)" endExpression="coalesce(to_datetime(&quot;date_end&quot;) + to_interval('23 hours 59 minutes 59 seconds'), @map_end_time)">
    <fixedRange><start/><end/></fixedRange>
  </temporal>
  <renderer-v2 type="categorizedSymbol" attr="status" forceraster="0" enableorderby="0" symbollevels="0"><categories><category render="true" type="string" symbol="0" value="both_sides" label="said by both sides"/><category render="true" type="string" symbol="1" value="one_side" label="said by one side"/><category render="true" type="string" symbol="2" value="denied" label="said by one side, denied by the other"/><category render="true" type="string" symbol="3" value="others_only" label="said by others only"/><category render="true" type="string" symbol="4" value="corrected" label="corrected: taken back by who said it"/></categories><symbols><symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SvgMarker" enabled="1" locked="0" pass="0">
          <prop k="name" v="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PGNpcmNsZSBzdHlsZT0iZmlsbDogI0ZGRkZGRjsgc3Ryb2tlOiAjRkZGRkZGOyBzdHJva2Utd2lkdGg6IDYiIGN4PSIxMiIgY3k9IjEyIiByPSI4Ii8+PGNpcmNsZSBzdHlsZT0iZmlsbDogIzAwNzJCMiIgY3g9IjEyIiBjeT0iMTIiIHI9IjgiLz48L3N2Zz4="/>
          <prop k="size" v="5.6"/>
          <prop k="size_unit" v="MM"/>
          <prop k="fixedAspectRatio" v="0"/>
          <prop k="angle" v="0"/>
          <prop k="offset" v="0,0"/>
          <prop k="scale_method" v="diameter"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" type="QString" value=""/>
              <Option name="properties" type="Map">
                <Option name="name" type="Map">
                  <Option name="active" type="bool" value="true"/>
                  <Option name="expression" type="QString" value="if(&quot;geom_role&quot; = 'label', 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PGNpcmNsZSBzdHlsZT0iZmlsbDogI0ZGRkZGRjsgc3Ryb2tlOiAjRkZGRkZGOyBzdHJva2Utd2lkdGg6IDYiIGN4PSIxMiIgY3k9IjEyIiByPSI4Ii8+PGNpcmNsZSBzdHlsZT0iZmlsbDogbm9uZTsgc3Ryb2tlOiAjMDA3MkIyOyBzdHJva2Utd2lkdGg6IDIuNjsgc3Ryb2tlLXdpZHRoOiAxLjgiIGN4PSIxMiIgY3k9IjEyIiByPSI5Ii8+PGNpcmNsZSBzdHlsZT0iZmlsbDogbm9uZTsgc3Ryb2tlOiAjMDA3MkIyOyBzdHJva2Utd2lkdGg6IDIuNjsgc3Ryb2tlLXdpZHRoOiAxLjgiIGN4PSIxMiIgY3k9IjEyIiByPSI1Ii8+PC9zdmc+', 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PGNpcmNsZSBzdHlsZT0iZmlsbDogI0ZGRkZGRjsgc3Ryb2tlOiAjRkZGRkZGOyBzdHJva2Utd2lkdGg6IDYiIGN4PSIxMiIgY3k9IjEyIiByPSI4Ii8+PGNpcmNsZSBzdHlsZT0iZmlsbDogIzAwNzJCMiIgY3g9IjEyIiBjeT0iMTIiIHI9IjgiLz48L3N2Zz4=')"/>
                  <Option name="type" type="int" value="3"/>
                </Option>
              </Option>
              <Option name="type" type="QString" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer></symbol><symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SvgMarker" enabled="1" locked="0" pass="0">
          <prop k="name" v="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PGNpcmNsZSBzdHlsZT0iZmlsbDogI0ZGRkZGRjsgc3Ryb2tlOiAjRkZGRkZGOyBzdHJva2Utd2lkdGg6IDYiIGN4PSIxMiIgY3k9IjEyIiByPSI4Ii8+PGNpcmNsZSBzdHlsZT0iZmlsbDogbm9uZTsgc3Ryb2tlOiAjQzI0QTAwOyBzdHJva2Utd2lkdGg6IDIuNiIgY3g9IjEyIiBjeT0iMTIiIHI9IjgiLz48Y2lyY2xlIHN0eWxlPSJmaWxsOiAjQzI0QTAwIiBjeD0iMTIiIGN5PSIxMiIgcj0iMyIvPjwvc3ZnPg=="/>
          <prop k="size" v="5.6"/>
          <prop k="size_unit" v="MM"/>
          <prop k="fixedAspectRatio" v="0"/>
          <prop k="angle" v="0"/>
          <prop k="offset" v="0,0"/>
          <prop k="scale_method" v="diameter"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" type="QString" value=""/>
              <Option name="properties" type="Map">
                <Option name="name" type="Map">
                  <Option name="active" type="bool" value="true"/>
                  <Option name="expression" type="QString" value="if(&quot;geom_role&quot; = 'label', 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PGNpcmNsZSBzdHlsZT0iZmlsbDogI0ZGRkZGRjsgc3Ryb2tlOiAjRkZGRkZGOyBzdHJva2Utd2lkdGg6IDYiIGN4PSIxMiIgY3k9IjEyIiByPSI4Ii8+PGNpcmNsZSBzdHlsZT0iZmlsbDogbm9uZTsgc3Ryb2tlOiAjQzI0QTAwOyBzdHJva2Utd2lkdGg6IDIuNiIgY3g9IjEyIiBjeT0iMTIiIHI9IjgiLz48L3N2Zz4=', 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PGNpcmNsZSBzdHlsZT0iZmlsbDogI0ZGRkZGRjsgc3Ryb2tlOiAjRkZGRkZGOyBzdHJva2Utd2lkdGg6IDYiIGN4PSIxMiIgY3k9IjEyIiByPSI4Ii8+PGNpcmNsZSBzdHlsZT0iZmlsbDogbm9uZTsgc3Ryb2tlOiAjQzI0QTAwOyBzdHJva2Utd2lkdGg6IDIuNiIgY3g9IjEyIiBjeT0iMTIiIHI9IjgiLz48Y2lyY2xlIHN0eWxlPSJmaWxsOiAjQzI0QTAwIiBjeD0iMTIiIGN5PSIxMiIgcj0iMyIvPjwvc3ZnPg==')"/>
                  <Option name="type" type="int" value="3"/>
                </Option>
              </Option>
              <Option name="type" type="QString" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer></symbol><symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SvgMarker" enabled="1" locked="0" pass="0">
          <prop k="name" v="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PHBhdGggc3R5bGU9ImZpbGw6ICNGRkZGRkY7IHN0cm9rZTogI0ZGRkZGRjsgc3Ryb2tlLXdpZHRoOiA2IiBkPSJNMTIgMi41IDIxLjUgMTIgMTIgMjEuNSAyLjUgMTJaIi8+PHBhdGggc3R5bGU9ImZpbGw6IG5vbmU7IHN0cm9rZTogIzRCMEE1RTsgc3Ryb2tlLXdpZHRoOiAyLjYiIGQ9Ik0xMiAyLjUgMjEuNSAxMiAxMiAyMS41IDIuNSAxMloiLz48cGF0aCBzdHlsZT0iZmlsbDogIzRCMEE1RSIgZD0iTTIuNSAxMmgxOUwxMiAyMS41WiIvPjwvc3ZnPg=="/>
          <prop k="size" v="5.6"/>
          <prop k="size_unit" v="MM"/>
          <prop k="fixedAspectRatio" v="0"/>
          <prop k="angle" v="0"/>
          <prop k="offset" v="0,0"/>
          <prop k="scale_method" v="diameter"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" type="QString" value=""/>
              <Option name="properties" type="Map">
                <Option name="name" type="Map">
                  <Option name="active" type="bool" value="true"/>
                  <Option name="expression" type="QString" value="if(&quot;geom_role&quot; = 'label', 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PHBhdGggc3R5bGU9ImZpbGw6ICNGRkZGRkY7IHN0cm9rZTogI0ZGRkZGRjsgc3Ryb2tlLXdpZHRoOiA2IiBkPSJNMTIgMi41IDIxLjUgMTIgMTIgMjEuNSAyLjUgMTJaIi8+PHBhdGggc3R5bGU9ImZpbGw6IG5vbmU7IHN0cm9rZTogIzRCMEE1RTsgc3Ryb2tlLXdpZHRoOiAyLjYiIGQ9Ik0xMiAyLjUgMjEuNSAxMiAxMiAyMS41IDIuNSAxMloiLz48cGF0aCBzdHlsZT0iZmlsbDogbm9uZTsgc3Ryb2tlOiAjNEIwQTVFOyBzdHJva2Utd2lkdGg6IDIuNjsgc3Ryb2tlLXdpZHRoOiAxLjgiIGQ9Ik0zLjUgMTJoMTciLz48L3N2Zz4=', 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PHBhdGggc3R5bGU9ImZpbGw6ICNGRkZGRkY7IHN0cm9rZTogI0ZGRkZGRjsgc3Ryb2tlLXdpZHRoOiA2IiBkPSJNMTIgMi41IDIxLjUgMTIgMTIgMjEuNSAyLjUgMTJaIi8+PHBhdGggc3R5bGU9ImZpbGw6IG5vbmU7IHN0cm9rZTogIzRCMEE1RTsgc3Ryb2tlLXdpZHRoOiAyLjYiIGQ9Ik0xMiAyLjUgMjEuNSAxMiAxMiAyMS41IDIuNSAxMloiLz48cGF0aCBzdHlsZT0iZmlsbDogIzRCMEE1RSIgZD0iTTIuNSAxMmgxOUwxMiAyMS41WiIvPjwvc3ZnPg==')"/>
                  <Option name="type" type="int" value="3"/>
                </Option>
              </Option>
              <Option name="type" type="QString" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer></symbol><symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SvgMarker" enabled="1" locked="0" pass="0">
          <prop k="name" v="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PHBhdGggc3R5bGU9ImZpbGw6ICNGRkZGRkY7IHN0cm9rZTogI0ZGRkZGRjsgc3Ryb2tlLXdpZHRoOiA2IiBkPSJNNSA1aDE0djE0SDVaIi8+PHBhdGggc3R5bGU9ImZpbGw6IG5vbmU7IHN0cm9rZTogIzAwMzMwRjsgc3Ryb2tlLXdpZHRoOiAyLjYiIGQ9Ik01IDVoMTR2MTRINVoiLz48L3N2Zz4="/>
          <prop k="size" v="5.6"/>
          <prop k="size_unit" v="MM"/>
          <prop k="fixedAspectRatio" v="0"/>
          <prop k="angle" v="0"/>
          <prop k="offset" v="0,0"/>
          <prop k="scale_method" v="diameter"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" type="QString" value=""/>
              <Option name="properties" type="Map">
                <Option name="name" type="Map">
                  <Option name="active" type="bool" value="true"/>
                  <Option name="expression" type="QString" value="if(&quot;geom_role&quot; = 'label', 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PHBhdGggc3R5bGU9ImZpbGw6ICNGRkZGRkY7IHN0cm9rZTogI0ZGRkZGRjsgc3Ryb2tlLXdpZHRoOiA2IiBkPSJNNSA1aDE0djE0SDVaIi8+PHBhdGggc3R5bGU9ImZpbGw6IG5vbmU7IHN0cm9rZTogIzAwMzMwRjsgc3Ryb2tlLXdpZHRoOiAyLjY7IHN0cm9rZS13aWR0aDogMS44IiBkPSJNNSA1aDE0djE0SDVaIi8+PC9zdmc+', 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PHBhdGggc3R5bGU9ImZpbGw6ICNGRkZGRkY7IHN0cm9rZTogI0ZGRkZGRjsgc3Ryb2tlLXdpZHRoOiA2IiBkPSJNNSA1aDE0djE0SDVaIi8+PHBhdGggc3R5bGU9ImZpbGw6IG5vbmU7IHN0cm9rZTogIzAwMzMwRjsgc3Ryb2tlLXdpZHRoOiAyLjYiIGQ9Ik01IDVoMTR2MTRINVoiLz48L3N2Zz4=')"/>
                  <Option name="type" type="int" value="3"/>
                </Option>
              </Option>
              <Option name="type" type="QString" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer></symbol><symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SvgMarker" enabled="1" locked="0" pass="0">
          <prop k="name" v="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PGNpcmNsZSBzdHlsZT0iZmlsbDogI0ZGRkZGRjsgc3Ryb2tlOiAjRkZGRkZGOyBzdHJva2Utd2lkdGg6IDYiIGN4PSIxMiIgY3k9IjEyIiByPSI4Ii8+PGNpcmNsZSBzdHlsZT0iZmlsbDogbm9uZTsgc3Ryb2tlOiAjNUY1RjVGOyBzdHJva2Utd2lkdGg6IDIuNjsgc3Ryb2tlLWRhc2hhcnJheTogNCAyLjYiIGN4PSIxMiIgY3k9IjEyIiByPSI4Ii8+PHBhdGggc3R5bGU9ImZpbGw6IG5vbmU7IHN0cm9rZTogIzVGNUY1Rjsgc3Ryb2tlLXdpZHRoOiAyLjY7IHN0cm9rZS13aWR0aDogMS44IiBkPSJNOSA5bDYgNk0xNSA5bC02IDYiLz48L3N2Zz4="/>
          <prop k="size" v="5.6"/>
          <prop k="size_unit" v="MM"/>
          <prop k="fixedAspectRatio" v="0"/>
          <prop k="angle" v="0"/>
          <prop k="offset" v="0,0"/>
          <prop k="scale_method" v="diameter"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" type="QString" value=""/>
              <Option name="properties" type="Map">
                <Option name="name" type="Map">
                  <Option name="active" type="bool" value="true"/>
                  <Option name="expression" type="QString" value="if(&quot;geom_role&quot; = 'label', 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PGNpcmNsZSBzdHlsZT0iZmlsbDogI0ZGRkZGRjsgc3Ryb2tlOiAjRkZGRkZGOyBzdHJva2Utd2lkdGg6IDYiIGN4PSIxMiIgY3k9IjEyIiByPSI4Ii8+PGNpcmNsZSBzdHlsZT0iZmlsbDogbm9uZTsgc3Ryb2tlOiAjNUY1RjVGOyBzdHJva2Utd2lkdGg6IDIuNjsgc3Ryb2tlLXdpZHRoOiAxLjg7IHN0cm9rZS1kYXNoYXJyYXk6IDQgMi42IiBjeD0iMTIiIGN5PSIxMiIgcj0iOCIvPjxwYXRoIHN0eWxlPSJmaWxsOiBub25lOyBzdHJva2U6ICM1RjVGNUY7IHN0cm9rZS13aWR0aDogMi42OyBzdHJva2Utd2lkdGg6IDEuOCIgZD0iTTEwIDEwbDQgNE0xNCAxMGwtNCA0Ii8+PC9zdmc+', 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PGNpcmNsZSBzdHlsZT0iZmlsbDogI0ZGRkZGRjsgc3Ryb2tlOiAjRkZGRkZGOyBzdHJva2Utd2lkdGg6IDYiIGN4PSIxMiIgY3k9IjEyIiByPSI4Ii8+PGNpcmNsZSBzdHlsZT0iZmlsbDogbm9uZTsgc3Ryb2tlOiAjNUY1RjVGOyBzdHJva2Utd2lkdGg6IDIuNjsgc3Ryb2tlLWRhc2hhcnJheTogNCAyLjYiIGN4PSIxMiIgY3k9IjEyIiByPSI4Ii8+PHBhdGggc3R5bGU9ImZpbGw6IG5vbmU7IHN0cm9rZTogIzVGNUY1Rjsgc3Ryb2tlLXdpZHRoOiAyLjY7IHN0cm9rZS13aWR0aDogMS44IiBkPSJNOSA5bDYgNk0xNSA5bC02IDYiLz48L3N2Zz4=')"/>
                  <Option name="type" type="int" value="3"/>
                </Option>
              </Option>
              <Option name="type" type="QString" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer></symbol></symbols></renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="&quot;title&quot;" isExpression="1" fontFamily="Sans Serif" fontSize="9" fontSizeUnit="Point" fontWeight="50" textColor="27,27,27,255" textOpacity="1" allowHtml="0" multilineHeight="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferJoinStyle="128"/>
      </text-style>
      <text-format autoWrapLength="26" useMaxLineLengthForAutoWrap="1" multilineAlign="3" wrapChar="" formatNumbers="0" addDirectionSymbol="0"/>
      <placement placement="6" dist="2.6" distUnits="MM" priority="8" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" offsetType="1" quadOffset="4" placementFlags="10" overrunDistance="0" repeatDistance="0" centroidInside="0" centroidWhole="0" polygonPlacementFlags="2"/>
      <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleType="0" obstacleFactor="1" displayAll="0" upsidedownLabels="0" labelPerPart="0" mergeLines="0" limitNumLabels="0" fontLimitPixelSize="0" minFeatureSize="0" zIndex="0"/>
      <dd_properties>
        <Option type="Map">
          <Option name="name" type="QString" value=""/>
          <Option name="properties" type="Map">
            <Option name="Show" type="Map">
              <Option name="active" type="bool" value="true"/>
              <Option name="expression" type="QString" value="true"/>
              <Option name="type" type="int" value="3"/>
            </Option>
          </Option>
          <Option name="type" type="QString" value="collection"/>
        </Option>
      </dd_properties>
    </settings>
  </labeling>
  <blendMode>0</blendMode>
  <layerOpacity>1</layerOpacity>
  <previewExpression>"title"</previewExpression>
  <mapTip enabled="1">&lt;table&gt;[% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;title&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("title"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;status_word&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("status_word"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;types_said&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("types_said"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;dates_said&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("dates_said"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;place&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("place"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;where_word&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("where_word"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;depth_said&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("depth_said"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;area_said&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("area_said"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;troops_said&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("troops_said"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;killed_said&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("killed_said"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;wounded_said&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("wounded_said"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;captured_said&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("captured_said"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;origins&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("origins"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;checked_by&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("checked_by"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;words&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("words"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %]&lt;/table&gt;</mapTip>
  <resourceMetadata>
    <identifier>incidents</identifier>
    <title>one row an incident</title>
    <abstract>Read by a program; not checked by a person. Files say what was reported, by whom. Quoted words are their outlets' and stand here as quotations only.</abstract>
    <license>CC-BY-4.0</license>
    <rights>names: GeoNames; (c) OpenStreetMap contributors</rights>
  </resourceMetadata>
  <layerGeometryType>0</layerGeometryType>
</qgis>