using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Inbox.Working;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Madoguchi.Voices.Digesting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Deciding;

public static class DigestPageEndpoint
{
    public static void MapDigestPages(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/voices/digest", Show);
        desk.MapPost("/voices/digest/readers", Readers);
    }

    private static async Task<RazorComponentResult<DigestPage>> Show(string? week, CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now;
        var asked = Week.Read(week) ?? Week.Of(now, zone.Zone);
        return new(new { T = Tongue.Asked(http), Me = me, Week = asked, IsNow = asked == Week.Of(now, zone.Zone), Digest = await db.DigestOf(asked, zone, now, ct), Readers = await db.ReadersOfDigests(ct), Token = http.FormToken() });
    }

    // One a line: an address, and en for English.
    private static async Task<IResult> Readers([FromForm] string? readers, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!acting.Me.SeesAll)
            return acting.Refuse(acting.T["宛先は、責任者が決めます。", "Supervisors choose who gets the digest."], null, StatusCodes.Status403Forbidden);
        var asked = new NewReaders([.. (readers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split([' ', '　', ','], StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length > 0).Select(l => new ReaderView(l[0], l.Contains("en") ? "en" : "ja"))]);
        if (asked.Readers.Any(r => MailAddress.Of(r.Address) is null) || asked.Errors().Any())
            return acting.Refuse(acting.T["メールアドレスを一行に一つ、書いてください。", "Write one mail address a line."], null, StatusCodes.Status422UnprocessableEntity);
        var now = clock.Now;
        await writes.Write(db => db.SetReaders(asked, acting.Me, now), ct);
        return TypedResults.Redirect("/desk/voices/digest#readers", permanent: false, preserveMethod: false);
    }
}
