using Madoguchi.Cases;
using Madoguchi.Chat.Talking;
using Madoguchi.Mail;
using Madoguchi.Mail.Proving;
using Madoguchi.Mail.Sending;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.Mailing;

public static class MailPageEndpoint
{
    public static void MapMailPage(this IEndpointRouteBuilder own)
    {
        own.MapGet("/mail", (Visit visit, Db db, MailSettings mail, TimeProvider clock, CancellationToken ct) => Show(visit, db, mail, clock, ct));
        own.MapPost("/mail", Ask).RequireRateLimiting(Limits.Codes);
        own.MapPost("/mail/code", Prove).RequireRateLimiting(Limits.Codes);
    }

    private static async Task<IResult> Ask(Visit visit, HttpRequest request, Writes writes, Db db, MailSettings mail, TimeProvider clock, CancellationToken ct)
    {
        var (posted, now) = (await request.Posted(ct), clock.Now);
        if (posted is null || MailAddress.Of(posted["email"]) is not { } address)
            return await Show(visit, db, mail, clock, ct, posted?["email"], problem: Wrong.Email);
        await writes.WriteOnce(posted.Once(visit.Caller.Key, "POST mail"), now, work => work.AskForCode(visit.Customer.CaseId, visit.Caller, address, now), ct);
        return await Show(visit, db, mail, clock, ct, asked: address);
    }

    private static async Task<IResult> Prove(Visit visit, HttpRequest request, Writes writes, Db db, MailSettings mail, TimeProvider clock, CancellationToken ct)
    {
        var (posted, now) = (await request.Posted(ct), clock.Now);
        if (posted is null)
            return await Show(visit, db, mail, clock, ct);
        var result = await writes.WriteOnce(posted.Once(visit.Caller.Key, "POST mail code"), now, work => work.ProveAddress(visit.Customer.CaseId, visit.Caller, posted["code"], now), ct);
        return result.Refused(out _, out _) ? await Show(visit, db, mail, clock, ct, asked: MailAddress.Of(posted["email"]) ?? "", problem: Wrong.Code) : TypedResults.Extensions.SeeOther(visit.Home);
    }

    private static async Task<IResult> Show(Visit visit, Db db, MailSettings mail, TimeProvider clock, CancellationToken ct, string? typed = null, string? asked = null, Wrong? problem = null)
    {
        var theCase = await db.Cases.Of(visit.Customer, clock.Now).Select(c => new { c.Language, c.CustomerId }).SingleAsync(ct);
        var (t, known) = (visit.TongueFor(theCase.Language), await db.MailAddressOf(theCase.CustomerId, ct));
        return new RazorComponentResult<MailPage>(new
        {
            T = t, visit.Token, visit.Query, Key = Secret.New("once_"), Typed = typed, Asked = asked, HasMailbox = mail.ShowsMailbox, Verified = known is { VerifiedAt: not null } ? MailAddress.Masked(known.Value) : null,
            Problems = problem is { } wrong ? (IReadOnlyList<(string, string)>)[Explain(wrong, t)] : [],
        })
        { StatusCode = problem is null ? 200 : 422 };
    }

    private enum Wrong { Email, Code }

    private static (string, string) Explain(Wrong wrong, Tongue t) => wrong switch
    {
        Wrong.Email => ("email", t["メールアドレスの形になっていないようです。", "This does not look like a mail address."]),
        Wrong.Code => ("code", t["確認番号が違うか、古くなっています。5回まで試せます。", "This is not the code, or it is too old. There are five tries."]),
    };
}
