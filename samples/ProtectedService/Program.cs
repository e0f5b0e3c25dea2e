using System.Security.Claims;
using Kayse.Client;

// Called with a Kayse session token or API key: curl -H "Authorization: Bearer $TOKEN" http://localhost:5000/
var builder = WebApplication.CreateBuilder(args);
builder
    .Services.AddAuthentication()
    .AddKayse(kayse => kayse.Address = new Uri(builder.Configuration["Kayse:Address"] ?? "http://localhost:5080"));

var app = builder.Build();
app.MapGet(
        "/",
        (ClaimsPrincipal caller) => new { name = caller.Identity!.Name, company = caller.FindFirstValue(KayseClaimTypes.CompanyName) }
    )
    .RequireAuthorization();
app.MapGet("/clients", () => Results.Json<string[]>(["Ada Smith", "Ben Jones"])).RequireAuthorization("kayse:crm.access");
app.Run();
