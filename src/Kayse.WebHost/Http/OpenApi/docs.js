// Shows the OpenAPI document with Scalar, from this host alone.
Scalar.createApiReference("#docs", {
  url: document.getElementById("docs").dataset.document,
  withDefaultFonts: false,
  hideClientButton: true,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: "never",
  documentDownloadType: "direct",
  persistAuth: false,
});
