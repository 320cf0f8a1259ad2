<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" hasScaleBasedVisibilityFlag="0" labelsEnabled="$labelled">
  <temporal mode="$mode" enabled="$temporal" startField="$start" endField="$end" limitMode="0" accumulate="0" durationField="" durationUnit="min" fixedDuration="0" startExpression="$begins" endExpression="$ends">
    <fixedRange><start/><end/></fixedRange>
  </temporal>
  $renderer
  $labeling
  <blendMode>0</blendMode>
  <layerOpacity>1</layerOpacity>
  <previewExpression>$preview</previewExpression>
  <mapTip enabled="1">$tip</mapTip>
  <resourceMetadata>
    <identifier>$name</identifier>
    <title>$title</title>
    <abstract>$notice</abstract>
    <license>$licence</license>
    <rights>$credit</rights>
  </resourceMetadata>
  <layerGeometryType>$geometry</layerGeometryType>
</qgis>
