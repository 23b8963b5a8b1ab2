using Madoguchi.Mail;
using Madoguchi.Mail.Keeping;
using Madoguchi.Mail.Sending;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Demo;

/// <summary>For whoever tries the demo, without signing in: it is reachable from its own computer only. Anywhere else this page is not there.</summary>
public static class MailboxEndpoint
{
    public static void MapMailbox(this IEndpointRouteBuilder app)
    {
        app.MapGet("/mailbox", List).ExcludeFromDescription();
        app.MapGet("/mailbox/{id:id}", Read).ExcludeFromDescription();
    }

    private static async Task<IResult> List(HttpContext http, Mailbox box, MailSettings settings, CancellationToken ct) =>
        settings.ShowsMailbox ? new RazorComponentResult<MailboxPage>(new { T = Tongue.Asked(http), Letters = await box.All(ct) }) : Problem.NotFound;

    private static async Task<IResult> Read(Id<Letter> id, HttpContext http, Mailbox box, MailSettings settings, CancellationToken ct) =>
        settings.ShowsMailbox && await box.Read(id, ct) is { } letter ? new RazorComponentResult<MailboxPage>(new { T = Tongue.Asked(http), Letter = letter }) : Problem.NotFound;
}
