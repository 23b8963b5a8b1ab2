using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Noting;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Inbox.HoldingBack;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Working;

/// <summary>Replies with pictures and files, and notes, from the page: the same mappings as the API's.</summary>
public static class WritingEndpoint
{
    public static void MapWriting(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/cases/{caseId:id}/messages", Say);
        desk.MapPost("/cases/{caseId:id}/notes", Note);
    }

    private static async Task<IResult> Say(Id<Case> caseId, HttpRequest request, Acting acting, Uploads uploads, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        // Before a byte is read: strangers shall not fill the disk.
        if (!await db.Cases.VisibleTo(acting.Me, db).AnyAsync(c => c.Id == caseId, ct))
            return acting.Refuse(Explain(CaseRefusal.Unknown, acting.T), caseId, StatusCodes.Status404NotFound);
        var upload = await uploads.Read(request, ct);
        var text = upload.Fields.GetValueOrDefault("text") ?? "";
        if (upload.Problem is { } problem)
            return acting.Refuse(Unread(problem.StatusCode, uploads.Limit, acting.T), caseId, problem.StatusCode);
        if ((upload.Files.Count == 0 || text.Length > 0) && Wrong(text, acting.T) is { } wrong)
            return acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity);
        if (Along(upload.Fields) is { } along && Wrong(along.Text, acting.T) is { } no)
            return acting.Refuse(no, caseId, StatusCodes.Status422UnprocessableEntity);
        var beside = SaidBeside.Of(name => upload.Fields.GetValueOrDefault(name));
        text = await db.WithDecided(caseId, text, beside, ct);
        var sight = new Sight(int.TryParse(upload.Fields.GetValueOrDefault("seen"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null, upload.Fields.ContainsKey("second"));
        var key = acting.Once(upload.Fields.GetValueOrDefault("key"), [text, Along(upload.Fields)?.Text, .. beside.Parts, .. upload.Files.Select(f => f.Sha256 + f.Name)]);
        var hold = beside.Hold(key);
        var result = await writes.WriteOnce(key, clock.Now, work => Send(work, caseId, acting.Caller, new MessageSaid(PlainText.Clean(text), Translation: Along(upload.Fields)), upload.Files, hold, sight, clock.Now), ct);
        if (!result.Refused(out _, out var recorded) && recorded.ApprovalId is not null)
            acting.Say(acting.T["承認を待っています。承認されると、お客様に届きます。", "It waits for approval; approved, it goes to the customer."]);
        if (result.Refused(out var why, out _) && why is SayRefusal.AnsweredMeanwhile)
            return await acting.Answered(caseId, sight.Theirs!, text, ct); // refused for it: there is one
        if (result.Refused(out why, out _) && why is SayRefusal.NeedsFinding)
            return await acting.Hold(caseId, (await db.Needed(hold, beside, ct))!, text, ct); // refused for it: there is one
        return result.Refused(out why, out _) && why is SayRefusal.SendsAway
            ? await acting.Hold(caseId, hold.Held!, text, beside.Anyway, ct) // refused for it: there is one
            : await acting.Show(caseId, result, w => Explain(w, acting.T), ct);
    }

    // Words and pictures are one act: all of it, or none.
    private static async Task<Result<Recorded, SayRefusal>> Send(Db db, Id<Case> id, Caller caller, MessageSaid word, IReadOnlyList<KeptFile> files, Hold hold, Sight sight, DateTimeOffset now)
    {
        if (await db.IsAnswered(id, caller, sight, now))
            return SayRefusal.AnsweredMeanwhile;
        if (files.Count > 0 && await db.Find(id, caller, now) is { } theCase && caller.Agent is { } agent && agent.WorksAt(theCase.DeskId) && await db.IsUnderApproval(theCase, agent))
            return SayRefusal.NeedsApproval;
        var said = new Recorded(0);
        if (word.Text.Length > 0 && (await db.Say(id, caller, word, hold, now)).Refused(out var why, out said))
            return why;
        if (files.Count == 0)
            return said;
        return (await db.Attach(id, caller, files, null, now)).Refused(out var no, out var attached) ? no is CaseRefusal.Unknown ? SayRefusal.Unknown : SayRefusal.WithAnotherDesk : new Recorded(attached.Entry);
    }

    // What a machine made of it, when the agent has asked for it and left it in.
    private static MachineTranslation? Along(IReadOnlyDictionary<string, string> fields) =>
        fields.GetValueOrDefault("translation") is { } text && !string.IsNullOrWhiteSpace(text) && fields.GetValueOrDefault("translationLanguage") is { } language && !Checks.Language("", language).Any()
            ? new(language, PlainText.IsStorable(text) ? PlainText.Clean(text) : text) : null;

    /// <summary>A reason as it came from a form: an empty one is none, and one too long is cut.</summary>
    public static string? Because(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || !PlainText.IsStorable(reason) ? null : reason.Length > Overriding.Longest ? PlainText.Preview(reason, Overriding.Longest - 1) : reason;

    private static async Task<IResult> Note(Id<Case> caseId, [FromForm] string? text, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (Wrong(text, acting.T) is { } wrong)
            return acting.Refuse(wrong, caseId, StatusCodes.Status422UnprocessableEntity);
        var result = await writes.WriteOnce(acting.Once(key, text), clock.Now, db => db.Note(caseId, acting.Caller, text!, clock.Now), ct); // not wrong: not null
        if (!result.Refused(out _, out var noted) && noted.NotTold is { } names)
            acting.Say(acting.T[$"{string.Join("、", names)} さんはこの用件を見られないため、お知らせしていません。", $"{string.Join(", ", names)} may not see this case and was not told."]);
        return await acting.Show(caseId, result, why => Explain(why, acting.T), ct);
    }

    public static string? Wrong(string? text, Tongue t, int longest = PlainText.Story) =>
        string.IsNullOrWhiteSpace(text) ? t["何か書いてから送ってください。", "Write something first."]
        : text.Length > longest ? t[$"長すぎます。{longest:N0}文字までにしてください。", $"This is too long: at most {longest:N0} characters."]
        : !PlainText.IsStorable(text) ? t["使えない文字が含まれています。", "It contains signs that cannot be stored."]
        : null;

    private static string Explain(SayRefusal why, Tongue t) => why switch
    {
        SayRefusal.Unknown => Explain(CaseRefusal.Unknown, t),
        SayRefusal.WithAnotherDesk => Explain(CaseRefusal.WithAnotherDesk, t),
        SayRefusal.NeedsApproval => Explain(CaseRefusal.NeedsApproval, t),
        SayRefusal.AnsweredMeanwhile => t["その間に同僚が返信しました。", "A colleague has answered meanwhile."],
        SayRefusal.SendsAway => t["お客様を別の窓口へ向かわせる文面です。", "This sends the customer away."],
        SayRefusal.NeedsFinding => t["お断りする文面ですが、まだ誰も確かめていません。", "This says no, and nobody has looked yet."],
        SayRefusal.UnknownProof => t["選ばれた調査結果または記事が見つかりません。", "The finding or article chosen is not here."],
    };

    public static string Explain(CaseRefusal why, Tongue t) => why switch
    {
        CaseRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        CaseRefusal.NeedsApproval => t["返信は承認を待つ設定です。ファイルは一緒に待てないため、文だけを送るか、同僚に頼んでください。", "Your replies wait for approval, and files cannot wait with them: send the words alone, or ask a colleague."],
        CaseRefusal.WithAnotherDesk => t["この用件はいま別の窓口が受け持っています。社内メモは残せます。", "Another desk has this case now. You can still leave a note."],
    };

    public static string Unread(int status, long limit, Tongue t) => status == StatusCodes.Status413PayloadTooLarge
        ? t[$"ファイルが大きすぎます。ひとつ{limit / 1048576} MBまでにしてください。", $"A file is too large: at most {limit / 1048576} MB each."]
        : t["うまく読み取れませんでした。もう一度お試しください。", "It could not be read. Please try again."];
}
