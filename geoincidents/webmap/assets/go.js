// Stands behind all that scripts ask for first, before the packed cards.
geoincidents.go();
