document.documentElement.classList.add("js");
// Where a script of ours that lies beside the page is not found, what needs none is shown.
addEventListener("error", (event) => {
  if (event.target.dataset?.own !== undefined) document.documentElement.classList.remove("js");
}, true);
