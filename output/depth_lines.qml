<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" hasScaleBasedVisibilityFlag="0" labelsEnabled="1">
  <temporal mode="4" enabled="1" startField="date_start" endField="date_end" limitMode="0" accumulate="0" durationField="" durationUnit="min" fixedDuration="0" startExpression="coalesce(to_datetime(&quot;date_start&quot;), @map_start_time)" endExpression="coalesce(to_datetime(&quot;date_end&quot;) + to_interval('23 hours 59 minutes 59 seconds'), @map_end_time)">
    <fixedRange><start/><end/></fixedRange>
  </temporal>
  <renderer-v2 type="categorizedSymbol" attr="kind" forceraster="0" enableorderby="0" symbollevels="0"><categories><category render="true" type="string" symbol="0" value="depth_bracket" label="reported depth, from the border, to scale"/><category render="true" type="string" symbol="1" value="depth_line" label="at the reported depth"/><category render="true" type="string" symbol="2" value="depth_parallel" label="at that depth somewhere along a whole section"/><category render="true" type="string" symbol="3" value="counter_line" label="own side, by the party that says so"/></categories><symbols><symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <prop k="line_color" v="34,34,34,255"/>
          <prop k="line_width" v="0.53"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="line_style" v="solid"/>
          <prop k="use_custom_dash" v="0"/>
          <prop k="customdash" v="1;1"/>
          <prop k="customdash_unit" v="MM"/>
          <prop k="capstyle" v="flat"/>
          <prop k="joinstyle" v="round"/>
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
        </layer></symbol><symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <prop k="line_color" v="34,34,34,255"/>
          <prop k="line_width" v="0.42"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="line_style" v="solid"/>
          <prop k="use_custom_dash" v="1"/>
          <prop k="customdash" v="1.9;1.3"/>
          <prop k="customdash_unit" v="MM"/>
          <prop k="capstyle" v="flat"/>
          <prop k="joinstyle" v="round"/>
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
        </layer></symbol><symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <prop k="line_color" v="34,34,34,255"/>
          <prop k="line_width" v="0.26"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="line_style" v="solid"/>
          <prop k="use_custom_dash" v="1"/>
          <prop k="customdash" v="0.3;1.1"/>
          <prop k="customdash_unit" v="MM"/>
          <prop k="capstyle" v="flat"/>
          <prop k="joinstyle" v="round"/>
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
        </layer></symbol><symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <prop k="line_color" v="34,34,34,255"/>
          <prop k="line_width" v="0.53"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="line_style" v="solid"/>
          <prop k="use_custom_dash" v="1"/>
          <prop k="customdash" v="0.05;1.3"/>
          <prop k="customdash_unit" v="MM"/>
          <prop k="capstyle" v="round"/>
          <prop k="joinstyle" v="round"/>
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
      <text-style fieldName="if(&quot;depth_m_high&quot; IS NULL, 'own side, no site named (' || &quot;account_by&quot; || ')',     if(&quot;depth_m_low&quot; IS NOT NULL AND &quot;depth_m_low&quot; &lt; &quot;depth_m_high&quot;,         format_number(&quot;depth_m_low&quot;, 0) || '–', '')     || format_number(&quot;depth_m_high&quot;, 0) || ' m (' || &quot;account_by&quot; || ')')" isExpression="1" fontFamily="Sans Serif" fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="27,27,27,255" textOpacity="1" allowHtml="0" multilineHeight="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferJoinStyle="128"/>
      </text-style>
      <text-format autoWrapLength="0" useMaxLineLengthForAutoWrap="1" multilineAlign="3" wrapChar="" formatNumbers="0" addDirectionSymbol="0"/>
      <placement placement="4" dist="1.4" distUnits="MM" priority="10" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" offsetType="1" quadOffset="4" placementFlags="10" overrunDistance="0" repeatDistance="0" centroidInside="0" centroidWhole="0" polygonPlacementFlags="2"/>
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
  <mapTip enabled="1">&lt;table&gt;[% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;account_by&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("account_by"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;kind&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("kind"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;depth_m_low&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("depth_m_low"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;depth_m_high&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("depth_m_high"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;place&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("place"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;reason&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("reason"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;words&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("words"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %]&lt;/table&gt;</mapTip>
  <resourceMetadata>
    <identifier>depth_lines</identifier>
    <title>reported depths, to scale</title>
    <abstract>Read by a program; not checked by a person. Files say what was reported, by whom. Quoted words are their outlets' and stand here as quotations only.</abstract>
    <license>ODbL-1.0</license>
    <rights>names: GeoNames; (c) OpenStreetMap contributors</rights>
  </resourceMetadata>
  <layerGeometryType>1</layerGeometryType>
</qgis>