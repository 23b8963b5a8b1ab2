using Madoguchi.Campaigns;
using Madoguchi.Campaigns.Beginning;
using Madoguchi.Campaigns.Confirming;
using Madoguchi.Campaigns.Repairing;
using Madoguchi.Chat.Talking;
using Madoguchi.Customers;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Registering;

/// <summary>The campaigns' own pages: code and address, the code of the mail, reward and receipt. Nobody needs an account, a script, or a second try.</summary>
public static class RegisteringEndpoint
{
    public static void MapRegistering(this IEndpointRouteBuilder pages)
    {
        var campaign = pages.MapGroup("/campaigns/{slug}");
        campaign.MapGet("", (string? code, CampaignDesk desk, CancellationToken ct) => desk.Start(ct, code));
        campaign.MapPost("", Begin).RequireRateLimiting(Limits.Registrations);
        campaign.MapPost("/owner", Remind).RequireRateLimiting(Limits.Registrations);
        var one = campaign.MapGroup("/{id:id}");
        one.MapGet("", (Id<Registration> id, CampaignDesk desk, CancellationToken ct) => desk.Show(id, ct));
        one.MapPost("/code", Confirm).RequireRateLimiting(Limits.Registrations);
        one.MapPost("/mail", SendAgain).RequireRateLimiting(Limits.Registrations);
        one.MapPost("/address", Correct).RequireRateLimiting(Limits.Registrations);
    }

    private static async Task<IResult> Begin(string slug, CampaignDesk desk, HttpContext http, CodeGuesses guesses, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var (t, now) = (desk.T, clock.Now);
        if (await http.Request.Posted(ct) is not { } posted)
            return await desk.Start(ct);
        var told = new NewRegistration(posted["code"], posted["email"], t.Code);
        if (!desk.IsByAPerson(posted, now))
            return await desk.Start(ct, told.Code, told.Email, ("form", t["送信を確認できませんでした。お手数ですが、もう一度ボタンを押してください。", "We could not be sure that a person sent this. Please press the button once more."]));
        if (told.Errors().FirstOrDefault() is { Pointer: { } at })
            return await desk.Start(ct, told.Code, told.Email, at is "/email" ? ("email", t["メールアドレスの形になっていないようです。もう一度ご覧ください。", "This does not look like a mail address."])
                : ("code", t["コードを入れてください。", "Please type the code."]));
        using var guess = await guesses.Next(slug, http.Connection.RemoteIpAddress, ct);
        if (!guess.MayTry)
            return await desk.Start(ct, told.Code, told.Email, ("code", t["違うコードが続きました。コードをよくご覧になり、1分ほどおいてからもう一度お試しください。", "Several wrong codes in a row. Look at the code once more, and try again in a minute."]));
        var asked = new Attempt(slug, told);
        var result = await writes.WriteOnce(posted.Once("anonymous", $"POST /campaigns/{slug}"), now, db => db.Begin(asked, address, now), ct);
        if (!result.Refused(out var why, out var begun))
            return TypedResults.Extensions.SeeOther($"/campaigns/{slug}/{begun.RegistrationId}?lang={t.Code}");
        if (why is BeginRefusal.UnknownCode)
            guess.Failed();
        return await desk.Start(ct, told.Code, told.Email, Explain(why, t), why is BeginRefusal.CodeUsed ? asked.UsedAt : null);
    }

    private static async Task<IResult> Confirm(string slug, Id<Registration> id, CampaignDesk desk, HttpContext http, NumberSupply numbers, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        if (await http.Request.Posted(ct) is not { } posted)
            return await desk.Show(id, ct);
        var asked = new Finish(id, posted["code"], await numbers.Next(ct), RegistrationsMapping.FreshReceipt());
        var result = await writes.WriteOnce(posted.Once("anonymous", $"POST /campaigns/{slug}/{id}/code"), now, db => db.Confirm(asked, address, now), ct);
        // What else there is to say, the page says by itself: used, released, too late.
        return result.Refused(out var why, out _) && why is ConfirmRefusal.WrongCode
            ? await desk.Show(id, ct, ("code", desk.T["確認番号が違うか、古くなっています。5回まで試せます。下から新しい番号を送れます。", "This is not the code, or it is too old. There are five tries; you can have another one sent below."]))
            : desk.Back(slug, id);
    }

    private static async Task<IResult> SendAgain(string slug, Id<Registration> id, CampaignDesk desk, HttpContext http, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        if (await http.Request.Posted(ct) is not { } posted)
            return await desk.Show(id, ct);
        var result = await writes.WriteOnce<RegistrationView, BeginRefusal>(posted.Once("anonymous", $"POST /campaigns/{slug}/{id}/mail"), now, async db => await db.SendAgain(id, address, now) is { } one ? one : BeginRefusal.Unknown, ct);
        return result.Refused(out _, out var sent) || sent.NextMailAt is not { } next ? desk.Back(slug, id)
            : await desk.Show(id, ct, ("code", desk.T[$"1時間に送れるのは5通までです。次は {RegistrationLetters.At(next, desk.T)} から送れます。", $"At most five an hour are mailed. The next one can go from {RegistrationLetters.At(next, desk.T)}."]));
    }

    private static async Task<IResult> Correct(string slug, Id<Registration> id, CampaignDesk desk, HttpContext http, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var (t, now) = (desk.T, clock.Now);
        if (await http.Request.Posted(ct) is not { } posted || MailAddress.Of(posted["email"]) is null)
            return await desk.Show(id, ct, ("email", t["メールアドレスの形になっていないようです。もう一度ご覧ください。", "This does not look like a mail address."]));
        var result = await writes.WriteOnce(posted.Once("anonymous", $"POST /campaigns/{slug}/{id}/address"), now, db => db.CorrectOwn(id, posted["email"], address, now), ct);
        return result.Refused(out var why, out _) && why is RepairRefusal.AddressTaken
            ? await desk.Show(id, ct, ("email", t["そのアドレスでは、このコードの登録がもう始まっています。届いているメールから続けてください。", "A registration with that address and this code has begun already: go on from the mail that came there."])) : desk.Back(slug, id);
    }

    private static async Task<IResult> Remind(string slug, CampaignDesk desk, HttpContext http, CodeGuesses guesses, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        using var guess = await guesses.Next(slug, http.Connection.RemoteIpAddress, ct);
        if (guess.MayTry && await http.Request.Posted(ct) is { } posted)
            await writes.Write(db => db.RemindOwner(slug, posted["code"], address, clock.Now), ct);
        return await desk.Start(ct, asked: true);
    }

    // The page says by itself whether it is open.
    private static (string, string)? Explain(BeginRefusal why, Tongue t) => why switch
    {
        BeginRefusal.Slip => ("code", t["コードに打ち間違いがあるようです。1文字ずつ、もう一度ご覧ください。", "There is a slip in the code. Look at it once more, sign by sign."]),
        BeginRefusal.UnknownCode => ("code", t["このキャンペーンに、そのコードはありません。1文字ずつ、もう一度ご覧ください。大文字・小文字やハイフンは関係ありません。", "There is no such code in this campaign. Look at it once more, sign by sign; capitals and hyphens do not matter."]),
        BeginRefusal.Unknown or BeginRefusal.NotYet or BeginRefusal.Over or BeginRefusal.CodeUsed => null,
    };
}
