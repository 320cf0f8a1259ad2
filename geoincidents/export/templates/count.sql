-- How the count of a layer's rows follows when somebody edits, as GDAL keeps it.
CREATE TRIGGER "trigger_insert_feature_count_${layer}" AFTER INSERT ON "${layer}"
BEGIN
  UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1
  WHERE lower(table_name) = lower('${layer}');
END;

CREATE TRIGGER "trigger_delete_feature_count_${layer}" AFTER DELETE ON "${layer}"
BEGIN
  UPDATE gpkg_ogr_contents SET feature_count = feature_count - 1
  WHERE lower(table_name) = lower('${layer}');
END;
