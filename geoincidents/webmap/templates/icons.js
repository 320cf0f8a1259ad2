L.Icon.Default.imagePath = "";
L.Icon.Default.mergeOptions({
{% for option, picture in icons.items() %}
  {{ option }}: "{{ picture }}",
{% endfor %}
});
