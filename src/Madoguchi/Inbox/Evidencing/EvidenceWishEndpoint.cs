using Madoguchi.Cases;
using Madoguchi.Cases.Wording;
using Madoguchi.Evidence.Asking;
using Madoguchi.Inbox.HoldingBack;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Madoguchi.Inbox.Evidencing;

public static class EvidenceWishEndpoint
{
    private const string Path = "/cases/{caseId:id}/evidence/ask";

    public static void MapEvidenceWish(this IEndpointRouteBuilder desk)
    {
        desk.MapGet(Path, Choose);
        desk.MapPost(Path, Ask);
    }

    private static async Task<IResult> Choose(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct) =>
        await sheets.Find(db, caseId, ct) is not { } theCase ? sheets.NotHere()
            : sheets.Show<WishSheet>(("Case", theCase), ("Device", await db.DeviceAskedAt(theCase, ct)), ("Chosen", new[] { Wanted.Capture }));

    private static async Task<IResult> Ask(
        Id<Case> caseId, [FromForm] StringValues? wanted, [FromForm] string? words, [FromForm] string? device, [FromForm] string? because, [FromForm] string? anyway, [FromForm] string? key,
        Acting acting, Sheets sheets, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var chosen = Enum.GetValues<Wanted>().Where(w => (wanted ?? StringValues.Empty).Contains(AskingMapping.Name(w))).ToArray();
        var reason = WritingEndpoint.Because(because);
        var request = new EvidenceRequest(chosen, string.IsNullOrWhiteSpace(words) ? null : words, AskedDevices.Named(device), reason);
        if (request.Errors().Any() || (words is not null && !PlainText.IsStorable(words)))
            return acting.Refuse(acting.T["お願いするものを、少なくとも一つ選んでください。文は2000文字までです。", "Choose at least one thing to ask for; the words have at most 2,000 characters."], caseId, StatusCodes.Status422UnprocessableEntity);
        var once = acting.Once(key, [string.Join(' ', chosen), words, device, reason]);
        var hold = new Hold(reason, once);
        var result = await writes.WriteOnce(once, clock.Now, db => db.AskForEvidence(caseId, acting.Caller, request, hold, clock.Now), ct);
        if (!result.Refused(out var why, out _) || why is not EvidenceAskRefusal.SendsAway)
            return await acting.Show(caseId, result, w => Explain(w, acting.T), ct);
        return acting.IsScript
            ? HeldAnswer.Of(acting.T, caseId, hold.Held!, anyway is not null, "held-wish", "wish-form", "wish-words", acting.Http) // refused for it: there is one
            : await sheets.Find(read, caseId, ct) is { } theCase
                ? sheets.Show<WishSheet>(StatusCodes.Status409Conflict, ("Case", theCase), ("Device", request.Device), ("Chosen", chosen), ("Words", words), ("Held", hold.Held), ("NeedsReason", anyway is not null)) : sheets.NotHere();
    }

    private static string Explain(EvidenceAskRefusal why, Tongue t) => why switch
    {
        EvidenceAskRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        EvidenceAskRefusal.WithAnotherDesk => t["お願いできるのは、いま受け持っている窓口だけです。", "Only the desk that has the case asks."],
        EvidenceAskRefusal.NeedsFinding => t["お断りする文面です。お願いには添えられません。", "This says no; it cannot go along with a request."],
        EvidenceAskRefusal.NeedsApproval => t["返信は承認を待つ設定です。ご自分の言葉を添えずにお願いしてください。", "Your replies wait for approval: ask without words of your own."],
        EvidenceAskRefusal.SendsAway => t["お客様を別の窓口へ向かわせる文面です。", "This sends the customer away."],
    };
}
