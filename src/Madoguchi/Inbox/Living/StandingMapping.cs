using System.Net.ServerSentEvents;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Inbox.Approving;
using Madoguchi.Inbox.Caring;
using Madoguchi.Inbox.Escalating;
using Madoguchi.Inbox.FollowingUp;
using Madoguchi.Inbox.Lining;
using Madoguchi.Inbox.Walking;
using Madoguchi.Inbox.Withdrawing;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Inbox.Living;

public static class StandingMapping
{
    /// <summary>How a case stands now, for one viewer: the parts of the page that say so.</summary>
    public static async Task<IReadOnlyList<SseItem<string>>> Standing(this EntryFragments fragments, Db db, Id<Case> id, CurrentAgent me, Tongue t, CancellationToken ct)
    {
        if (await db.Open(id, me, fragments, t, ct) is not { } open)
            return [];
        var given = new Dictionary<string, object?> { ["T"] = t, ["Me"] = me, ["Open"] = open, ["Queue"] = Queue.Mine };
        var seen = new Dictionary<string, object?> { ["T"] = t, ["Open"] = open };
        return
        [
            new(await fragments.Draw<CaseHead>(given), "swap"), new(await fragments.Draw<Band>(seen), "swap"), new(await fragments.Draw<Heeding.IncidentBand>(seen), "swap"), new(await fragments.Draw<CareBand>(seen), "swap"),
            new(await fragments.Draw<QuestionBand>(seen), "swap"), new(await fragments.Draw<LineBand>(seen), "swap"), new(await fragments.Draw<BrokenOffBand>(seen), "swap"), new(await fragments.Draw<CustomerCard>(seen), "swap"),
            new(await fragments.Draw<UndoLine>(seen), "swap"), new(await fragments.Draw<WalkBand>(seen), "swap"), new(await fragments.Draw<AwaitingReplies>(seen), "swap"),
        ];
    }
}
