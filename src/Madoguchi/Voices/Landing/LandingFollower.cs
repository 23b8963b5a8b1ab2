using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Voices.Landing;

/// <summary>What is said anew lands on the voice that says it already: a contact with its error text, a case of its incident; what only sounds alike is offered.
/// And who stands behind a voice is listened to on.</summary>
public sealed class LandingFollower : EntryWork
{
    private static readonly string[] Telling = ["message", "callTaken", "described", "fact", "incidentJoined"];
    private static readonly string[] Heard = ["message", "callTaken", "thanked", "thanksWithdrawn", "reopened", "followUpAnswered", "messageWithdrawn", "numberConfirmed"];

    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        // Contacts are marked by a follower before this one, in the same work.
        await db.SaveChangesAsync(CancellationToken.None);
        var told = Of(entries, e => e.Number == 1 || (Telling.Contains(e.Kind) && (e.Role != Role.Agent || e.Kind != "message")));
        var landed = told.Count == 0 ? [] : await db.LandByThemselves(told, now);
        var heard = Of(entries, e => Heard.Contains(e.Kind) && (e.Role == Role.Customer || e.Kind != "message")).Except(landed).ToList();
        if (heard.Count > 0)
            await db.HearAgain(heard, now);
    }

    private static List<Id<Case>> Of(IReadOnlyList<Entry> entries, Func<Entry, bool> which) => [.. entries.Where(which).Select(e => e.CaseId).Distinct()];
}
