<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" hasScaleBasedVisibilityFlag="0" labelsEnabled="1">
  <temporal mode="4" enabled="1" startField="date_start" endField="date_end" limitMode="0" accumulate="0" durationField="" durationUnit="min" fixedDuration="0" startExpression="coalesce(to_datetime(&quot;date_start&quot;), @map_start_time)" endExpression="coalesce(to_datetime(&quot;date_end&quot;) + to_interval('23 hours 59 minutes 59 seconds'), @map_end_time)">
    <fixedRange><start/><end/></fixedRange>
  </temporal>
  <renderer-v2 type="categorizedSymbol" attr="kind" forceraster="0" enableorderby="0" symbollevels="0"><categories><category render="true" type="string" symbol="0" value="area_disc" label="reported area, to scale; shape not reported"/><category render="true" type="string" symbol="1" value="area_band" label="reported area along a border, to scale; shape not reported"/></categories><symbols><symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <prop k="angle" v="45"/>
          <prop k="color" v="34,34,34,255"/>
          <prop k="distance" v="1.8"/>
          <prop k="distance_unit" v="MM"/>
          <prop k="line_width" v="0.3"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="offset" v="0"/>
          <symbol type="line" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <prop k="line_color" v="34,34,34,255"/>
              <prop k="line_width" v="0.3"/>
              <prop k="line_width_unit" v="MM"/>
              <prop k="line_style" v="solid"/>
            </layer>
          </symbol>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" type="QString" value=""/>
              <Option name="properties" type="Map">
                <Option name="enabled" type="Map">
                  <Option name="active" type="bool" value="true"/>
                  <Option name="expression" type="QString" value="NOT coalesce(&quot;on_demand&quot;, false) OR is_selected()"/>
                  <Option name="type" type="int" value="3"/>
                </Option>
              </Option>
              <Option name="type" type="QString" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <prop k="line_color" v="34,34,34,255"/>
          <prop k="line_width" v="0.37"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="line_style" v="solid"/>
          <prop k="use_custom_dash" v="1"/>
          <prop k="customdash" v="1.6;1.1"/>
          <prop k="customdash_unit" v="MM"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" type="QString" value=""/>
              <Option name="properties" type="Map">
                <Option name="enabled" type="Map">
                  <Option name="active" type="bool" value="true"/>
                  <Option name="expression" type="QString" value="NOT coalesce(&quot;on_demand&quot;, false) OR is_selected()"/>
                  <Option name="type" type="int" value="3"/>
                </Option>
              </Option>
              <Option name="type" type="QString" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer></symbol><symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="LinePatternFill" enabled="1" locked="0" pass="0">
          <prop k="angle" v="45"/>
          <prop k="color" v="34,34,34,255"/>
          <prop k="distance" v="1.8"/>
          <prop k="distance_unit" v="MM"/>
          <prop k="line_width" v="0.3"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="offset" v="0"/>
          <symbol type="line" name="@1@0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" locked="0" pass="0">
              <prop k="line_color" v="34,34,34,255"/>
              <prop k="line_width" v="0.3"/>
              <prop k="line_width_unit" v="MM"/>
              <prop k="line_style" v="solid"/>
            </layer>
          </symbol>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" type="QString" value=""/>
              <Option name="properties" type="Map">
                <Option name="enabled" type="Map">
                  <Option name="active" type="bool" value="true"/>
                  <Option name="expression" type="QString" value="NOT coalesce(&quot;on_demand&quot;, false) OR is_selected()"/>
                  <Option name="type" type="int" value="3"/>
                </Option>
              </Option>
              <Option name="type" type="QString" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <prop k="line_color" v="34,34,34,255"/>
          <prop k="line_width" v="0.37"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="line_style" v="solid"/>
          <prop k="use_custom_dash" v="1"/>
          <prop k="customdash" v="1.6;1.1"/>
          <prop k="customdash_unit" v="MM"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" type="QString" value=""/>
              <Option name="properties" type="Map">
                <Option name="enabled" type="Map">
                  <Option name="active" type="bool" value="true"/>
                  <Option name="expression" type="QString" value="NOT coalesce(&quot;on_demand&quot;, false) OR is_selected()"/>
                  <Option name="type" type="int" value="3"/>
                </Option>
              </Option>
              <Option name="type" type="QString" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer></symbol></symbols></renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="format_number(&quot;area_m2_high&quot; / 1000000.0, 1) || ' km² (' || &quot;account_by&quot;     || '); shape not reported'" isExpression="1" fontFamily="Sans Serif" fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="27,27,27,255" textOpacity="1" allowHtml="0" multilineHeight="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferJoinStyle="128"/>
      </text-style>
      <text-format autoWrapLength="26" useMaxLineLengthForAutoWrap="1" multilineAlign="3" wrapChar="" formatNumbers="0" addDirectionSymbol="0"/>
      <placement placement="4" dist="1.4" distUnits="MM" priority="9" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" offsetType="1" quadOffset="4" placementFlags="10" overrunDistance="0" repeatDistance="0" centroidInside="0" centroidWhole="0" polygonPlacementFlags="2"/>
      <rendering drawLabels="1" scaleVisibility="0" obstacle="1" obstacleType="0" obstacleFactor="1" displayAll="0" upsidedownLabels="0" labelPerPart="0" mergeLines="0" limitNumLabels="0" fontLimitPixelSize="0" minFeatureSize="0" zIndex="0"/>
      <dd_properties>
        <Option type="Map">
          <Option name="name" type="QString" value=""/>
          <Option name="properties" type="Map">
            <Option name="Show" type="Map">
              <Option name="active" type="bool" value="true"/>
              <Option name="expression" type="QString" value="NOT coalesce(&quot;on_demand&quot;, false) OR is_selected()"/>
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
  <previewExpression>"id"</previewExpression>
  <mapTip enabled="1">&lt;table&gt;[% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;account_by&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("account_by"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;kind&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("kind"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;area_m2_low&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("area_m2_low"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;area_m2_high&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("area_m2_high"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;place&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("place"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;reason&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("reason"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;words&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("words"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %]&lt;/table&gt;</mapTip>
  <resourceMetadata>
    <identifier>areas</identifier>
    <title>reported areas, to scale</title>
    <abstract>Read by a program; not checked by a person. Files say what was reported, by whom. Quoted words are their outlets' and stand here as quotations only.</abstract>
    <license>ODbL-1.0</license>
    <rights>names: GeoNames; (c) OpenStreetMap contributors</rights>
  </resourceMetadata>
  <layerGeometryType>2</layerGeometryType>
</qgis>