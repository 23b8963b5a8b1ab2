using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Inbox.Working;
using Madoguchi.Remedies;
using Madoguchi.Remedies.Granting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Remedying;

public static class RemedyingEndpoint
{
    public static void MapRemedying(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/remedy", Choose);
        desk.MapPost("/cases/{caseId:id}/remedy", Give);
        desk.MapPost("/remedies/{remedyId:id}/approval", Answer);
    }

    private static async Task<IResult> Choose(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct) => await Show(caseId, new Filled(), null, sheets, db, ct);

    private static async Task<IResult> Give(Id<Case> caseId, [AsParameters] Filled filled, [FromForm] string? key, Acting acting, Sheets sheets, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var t = acting.T;
        if (WritingEndpoint.Wrong(filled.Reason, t, Grant.LongestReason) is { } wrong)
            return await Refuse(wrong);
        if (!filled.Reads(out var amount))
            return await Refuse(t["金額・日数は、1以上の整数で書いてください。", "Write the amount as a whole number, 1 or more."]);
        var slug = filled.Remedy is { } named && PlainText.IsStorable(named) ? named : "";
        // The fields are the same for every remedy: what has no amount takes none.
        amount = await read.Remedy(slug, ct) is { Unit: null } ? null : amount;
        var result = await writes.WriteOnce(acting.Once(key, slug, filled.Reason, amount?.ToString(CultureInfo.InvariantCulture)), clock.Now, async db => Stated(await db.Grant(caseId, slug, filled.Reason!, acting.Caller, clock.Now, amount)), ct); // not wrong: not null
        if (result.Refused(out var why, out var stated))
            return await Refuse(Explain(why, t));
        if (stated.State is GrantState.Waiting)
            acting.Say(t["もう一人の承認を待っています。決まったらお知らせします。", "It waits for a second person. You are told when it is decided."]);
        return await acting.Done(caseId, ct);

        Task<IResult> Refuse(string why) => acting.IsScript ? Task.FromResult(acting.Refuse(why, caseId, StatusCodes.Status422UnprocessableEntity)) : Show(caseId, filled, why, sheets, read, ct);
    }

    private static async Task<IResult> Answer(Id<Grant> remedyId, [FromForm] string? approve, [FromForm] string? words, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var yes = approve == "true";
        var said = string.IsNullOrWhiteSpace(words) ? null : words;
        if ((!yes || said is not null) && WritingEndpoint.Wrong(said, acting.T, Grant.LongestReason) is { } wrong)
            return acting.Refuse(said is null ? acting.T["見送る理由を書いてください。申請した人が読みます。", "Write why it is declined: the asker reads it."] : wrong, status: StatusCodes.Status422UnprocessableEntity);
        var result = await writes.WriteOnce(acting.Once(key, approve, said), clock.Now, async db => Stated(await db.AnswerGrant(remedyId, acting.Caller, yes, said, clock.Now)), ct);
        return result.Refused(out var why, out _) ? acting.Refuse(Explain(why, acting.T)) : acting.Go("/desk/approvals");
    }

    private static async Task<IResult> Show(Id<Case> caseId, Filled filled, string? wrong, Sheets sheets, Db db, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var had = (await db.GrantsOf(caseId, ct)).Where(g => g.State is not GrantState.Declined).Select(g => g.Remedy).ToHashSet();
        IReadOnlyList<Remedy> free = [.. (await db.Catalogue(ct)).Where(r => !r.Retired && !had.Contains(r.Slug))];
        var looked = await db.Findings.AsNoTracking().Where(f => f.CaseId == caseId).OrderByDescending(f => f.At).Select(f => f.Basis).ToListAsync(ct);
        return sheets.Show<RemedySheet>(wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, ("Case", theCase), ("Role", sheets.Me.Role), ("Free", free), ("Right", looked.Select(b => Basis.Read(b).Right).FirstOrDefault(r => r is not null)), ("Wrong", wrong),
            ("Chosen", filled.Remedy), ("Amount", filled.Amount), ("Days", filled.Days), ("Daily", filled.Daily), ("Reason", filled.Reason));
    }

    private static Result<Stand, TRefusal> Stated<TRefusal>(Result<Grant, TRefusal> result)
        where TRefusal : struct, Enum => result.Refused(out var why, out var grant) ? why : new Stand(grant.State);

    private static string Explain(GrantRefusal why, Tongue t) => why switch
    {
        GrantRefusal.Unknown => WritingEndpoint.Explain(Cases.Messaging.CaseRefusal.Unknown, t),
        GrantRefusal.WithAnotherDesk => t["補償を決められるのは、いま受け持っている窓口だけです。", "Only the desk that has the case grants a remedy."],
        GrantRefusal.UnknownRemedy => t["補償をひとつ選んでください。", "Choose a remedy."],
        GrantRefusal.HasNoAmount => t["この補償には金額がありません。", "This remedy has no amount."],
        GrantRefusal.AlreadyGranted => t["この用件では、この補償はもう決まっているか、承認を待っています。", "This case has this remedy, or it waits for a second person."],
    };

    private static string Explain(SecondRefusal why, Tongue t) => why switch
    {
        SecondRefusal.Unknown => t["この申請は見つかりません。", "This request is not here."],
        SecondRefusal.NotSupervisor => t["承認は責任者が行います。", "A supervisor decides on it."],
        SecondRefusal.OwnRequest => t["ご自分の申請は、ほかの人が決めます。", "Somebody else decides on your own request."],
        SecondRefusal.AboveLimit => t["ご自分の上限を超えています。見送ることはできます。", "This is above your own limit. You may decline it."],
        SecondRefusal.Answered => t["もう決まっています。", "It was decided already."],
    };

    private sealed record Stand(GrantState State);

    public sealed record Filled([FromForm] string? Remedy = null, [FromForm] string? Amount = null, [FromForm] string? Days = null, [FromForm] string? Daily = null, [FromForm] string? Reason = null)
    {
        /// <summary>The amount as written, or else reckoned from the days; half-width or full-width, with or without separators.</summary>
        public bool Reads(out long? amount)
        {
            amount = null;
            if (Plain(Amount) is { Length: > 0 } written)
            {
                var whole = long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var sum) && sum is > 0 and <= Grant.Most;
                amount = whole ? sum : null;
                return whole;
            }

            if (Plain(Days) is not { Length: > 0 } days || Plain(Daily) is not { Length: > 0 } daily)
                return true;
            if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || !decimal.TryParse(daily, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var each))
                return false;
            amount = UnusableDays.Fee(count, each);
            return amount is > 0 and <= Grant.Most;
        }

        private static string Plain(string? text) => PlainText.IsStorable(text ?? "") ? PlainText.Normal(text ?? "", System.Text.NormalizationForm.FormKC).Trim().TrimStart('¥', '￥').TrimEnd('円', '日').Replace(",", "", StringComparison.Ordinal).Trim() : "?";
    }
}
