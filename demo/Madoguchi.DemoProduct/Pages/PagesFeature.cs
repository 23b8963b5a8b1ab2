using Madoguchi.DemoProduct.Registering;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.DemoProduct.Pages;

/// <summary>The product's few pages. A cookie remembers whose account it is: a demo has no passwords.</summary>
public static class PagesFeature
{
    private const string Whose = "account";

    public static void MapPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("", (string language) => Page<HomePage>(language));
        pages.MapGet("/register", (string language) => Page<RegisterPage>(language));
        pages.MapPost("/register", Start).DisableAntiforgery();
        pages.MapGet("/register/{id}", (string language, string id, RecordsFile file) => file.Now.Registration(id) is { } one ? Confirm(language, one) : Results.NotFound());
        pages.MapPost("/register/{id}", Complete).DisableAntiforgery();
        pages.MapGet("/product", (string language, RecordsFile file, HttpContext http) => Page<ProductPage>(language, new() { ["Account"] = Mine(http, file) }));
        pages.MapGet("/account", (string language, RecordsFile file, HttpContext http) => Page<AccountPage>(language, new() { ["Account"] = Mine(http, file) }));
        pages.MapGet("/mailbox", (string language, string? address, RecordsFile file) =>
            Page<MailboxPage>(language, new() { ["Address"] = address, ["Letters"] = file.Now.Letters.Where(l => l.To == address).Reverse().ToList() }));
        pages.MapGet("/fault", (string language, RecordsFile file) => Page<FaultPage>(language, new() { ["Records"] = file.Now }));
        pages.MapPost("/fault", (string language, [FromForm] bool planted, Counter counter) =>
        {
            counter.Plant(planted);
            return Results.LocalRedirect($"/{language}/fault");
        }).DisableAntiforgery();
        pages.MapPost("/crowd", (string language, [FromForm] int count, Counter counter) =>
        {
            counter.Crowd(Math.Clamp(count, 0, 1_000), language);
            return Results.LocalRedirect($"/{language}/fault");
        }).DisableAntiforgery();
    }

    private static IResult Start(string language, [FromForm] string? code, [FromForm] string? email, Counter counter, HttpContext http)
    {
        var step = counter.Start(code ?? "", email ?? "", language);
        if (step.Registration is not { } started)
            return Page<RegisterPage>(language, new() { ["Refusal"] = step.Refusal, ["Code"] = code, ["Email"] = email });
        http.Response.Cookies.Append(Whose, started.AccountId, new() { HttpOnly = true, SameSite = SameSiteMode.Lax });
        return Results.LocalRedirect($"/{language}/register/{started.Id}");
    }

    private static IResult Complete(string language, string id, [FromForm] string? confirmation, Counter counter)
    {
        var step = counter.Complete(id, confirmation ?? "");
        return step switch
        {
            { Registration: null } => Results.NotFound(),
            { Refusal: { } why } => Confirm(language, step.Registration, why),
            _ => Results.LocalRedirect($"/{language}/register/{id}"),
        };
    }

    private static RazorComponentResult<ConfirmPage> Confirm(string language, Registration one, Refusal? why = null) => Page<ConfirmPage>(language, new() { ["Registration"] = one, ["Refusal"] = why });

    private static Account? Mine(HttpContext http, RecordsFile file) => file.Now.Account(http.Request.Cookies[Whose]);

    private static RazorComponentResult<T> Page<T>(string language, Dictionary<string, object?>? parameters = null) where T : IComponent =>
        new((parameters ?? []).Append(new("T", new Words(language == "ja"))).ToDictionary());
}
