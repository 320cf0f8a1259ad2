// Stands behind all that scripts ask for first, before the packed cards.
for (const block of document.querySelectorAll("#gi-data[type='text/plain'], #gi-cards-0")) geoincidents.open(block);
geoincidents.go();
