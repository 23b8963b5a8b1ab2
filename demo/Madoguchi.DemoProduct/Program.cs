using Madoguchi.DemoProduct.Pages;
using Madoguchi.DemoProduct.Registering;
using Madoguchi.DemoProduct.Telling;
using Microsoft.Extensions.DependencyInjection.Extensions;

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
services.AddRazorComponents();
// A host may bring a clock of its own.
services.TryAddSingleton(TimeProvider.System);
services.AddSingleton(new RecordsFile(builder.Configuration["Demo:File"] ?? "data/yukari.json"));
services.AddSingleton<Teller>();
services.AddHostedService(p => p.GetRequiredService<Teller>());
services.AddSingleton<Counter>();

var app = builder.Build();
if (bool.TryParse(builder.Configuration["Demo:Fault"], out var fault))
    app.Services.GetRequiredService<Counter>().Plant(fault);
app.MapGet("/", () => Results.Redirect("/ja"));
app.MapGet("/yukari.css", () => Results.Stream(typeof(Program).Assembly.GetManifestResourceStream("yukari.css")!, "text/css")); // embedded at build
app.MapGroup("/{language:regex(^(ja|en)$)}").MapPages();
app.Run();
