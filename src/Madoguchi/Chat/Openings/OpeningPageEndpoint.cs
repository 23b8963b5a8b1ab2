using Madoguchi.Chat.Talking;
using Madoguchi.Customers;
using Madoguchi.Mail.Openings;
using Madoguchi.Mail.Proving;
using Madoguchi.Mail.Sending;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Chat.Openings;

public static class OpeningPageEndpoint
{
    public static void MapOpeningPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/open", (HttpContext http) => Show(http));
        pages.MapPost("/open", Ask).RequireRateLimiting(Limits.Codes);
        pages.MapPost("/open/code", Open).RequireRateLimiting(Limits.Codes);
    }

    private static async Task<IResult> Ask(HttpContext http, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        if (await http.Request.Posted(ct) is not { } posted || !CustomerNumber.TryParse(posted["number"], out var number))
            return Show(http, typed: (await http.Request.Posted(ct))?["number"],
                wrong: ("number", t["番号に打ち間違いがあるようです。お手もとの番号をもう一度ご覧ください。", "There seems to be a slip in the number. Please look at it again."]));
        return Show(http, asked: (await writes.AskToOpen(number, posted.Once("anonymous", "POST /open"), clock, ct)).OpeningId.ToString());
    }

    private static async Task<IResult> Open(HttpContext http, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var (t, now) = (Tongue.Asked(http), clock.Now);
        if (await http.Request.Posted(ct) is not { } posted || !Id<MailCode>.TryParse(posted["opening"], null, out var opening))
            return Show(http);
        var result = await writes.WriteOnce(posted.Once("anonymous", "POST /open/code"), now, db => db.OpenByCode(opening, posted["code"], address, now), ct);
        return result.Refused(out _, out var own)
            ? Show(http, asked: opening.ToString(), wrong: ("code", t["確認番号が違うか、古くなっています。5回まで試せます。", "This is not the code, or it is too old. There are five tries."]))
            : Show(http, own: own);
    }

    private static RazorComponentResult<OpeningPage> Show(HttpContext http, string? typed = null, string? asked = null, OwnCases? own = null, (string, string)? wrong = null)
    {
        http.Response.Headers.CacheControl = "no-store"; // links may stand here
        return new(new { T = Tongue.Asked(http), Key = Secret.New("once_"), Typed = typed, Asked = asked, Own = own, HasMailbox = http.RequestServices.GetRequiredService<MailSettings>().ShowsMailbox, Problems = wrong is { } one ? (IReadOnlyList<(string, string)>)[one] : [] })
        {
            StatusCode = wrong is null ? 200 : 422,
        };
    }
}
