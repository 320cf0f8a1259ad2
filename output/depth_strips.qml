<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" hasScaleBasedVisibilityFlag="0" labelsEnabled="0">
  <temporal mode="4" enabled="1" startField="date_start" endField="date_end" limitMode="0" accumulate="0" durationField="" durationUnit="min" fixedDuration="0" startExpression="coalesce(to_datetime(&quot;date_start&quot;), @map_start_time)" endExpression="coalesce(to_datetime(&quot;date_end&quot;) + to_interval('23 hours 59 minutes 59 seconds'), @map_end_time)">
    <fixedRange><start/><end/></fixedRange>
  </temporal>
  <renderer-v2 type="nullSymbol" forceraster="0" enableorderby="0" symbollevels="0"/>
  
  <blendMode>0</blendMode>
  <layerOpacity>1</layerOpacity>
  <previewExpression>"id"</previewExpression>
  <mapTip enabled="1">&lt;table&gt;[% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;account_by&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("account_by"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;meaning&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("meaning"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;depth_m_low&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("depth_m_low"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td&gt;&lt;b&gt;depth_m_high&lt;/b&gt;&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(to_string("depth_m_high"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') || '&lt;/td&gt;&lt;/tr&gt;', '') %]&lt;/table&gt;</mapTip>
  <resourceMetadata>
    <identifier>depth_strips</identifier>
    <title>ground within a reported depth, for measuring</title>
    <abstract>Read by a program; not checked by a person. Files say what was reported, by whom. Quoted words are their outlets' and stand here as quotations only.</abstract>
    <license>ODbL-1.0</license>
    <rights>names: GeoNames; (c) OpenStreetMap contributors</rights>
  </resourceMetadata>
  <layerGeometryType>2</layerGeometryType>
</qgis>