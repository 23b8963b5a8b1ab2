using Madoguchi.Cases;
using Madoguchi.Cases.Drafting;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Deciding;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Deciding;

/// <summary>What was decided about a voice is said to one more customer: its public words go into the reply, after what is written already.</summary>
public static class QuotingEndpoint
{
    public static void MapQuoting(this IEndpointRouteBuilder desk) => desk.MapPost("/cases/{caseId:id}/voice/words", PutIn);

    private static async Task<IResult> PutIn(Id<Case> caseId, [FromForm] string? voice, Acting acting, Sheets sheets, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        if (await sheets.Find(db, caseId, ct) is null || !Id<Voice>.TryParse(voice, null, out var id) || await db.WordsDecided(id, caseId, ct) is not { } words)
            return sheets.NotHere();
        await writes.Write(async work =>
        {
            var written = (await work.DraftOf(caseId, acting.Caller, Purpose.Reply, CancellationToken.None))?.Text;
            var all = string.IsNullOrEmpty(written) ? words : written.Contains(words, StringComparison.Ordinal) ? written : $"{written}\n{words}";
            return await work.KeepDraft(caseId, acting.Caller, Purpose.Reply, all.Length > PlainText.Story ? written ?? "" : all, now);
        }, ct);
        return acting.Go($"/desk/cases/{caseId}?mode=reply#reply");
    }
}
