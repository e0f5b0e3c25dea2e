// Posts the form that takes a browser to its identity provider.
document.querySelector("form[data-sso-post]")?.submit();
