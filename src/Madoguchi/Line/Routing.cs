using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Shared;

namespace Madoguchi.Line;

/// <summary>Somebody whose turn can come now, as far as it matters for who serves them.</summary>
/// <param name="PassedBy">Who was asked and did not take the turn, the latest last.</param>
/// <param name="InCharge">Who has been talking with them.</param>
public sealed record Waiter(
    Id<Ticket> Ticket, Through By, string Language, DateTimeOffset Rank, long Seq, DateTimeOffset JoinedAt, bool HasChosenTime, IReadOnlyList<Guid> PassedBy, DateTimeOffset? PassedAt, Id<Agent>? InCharge, string? Product)
{
    /// <summary>Known to be a hard one before anybody takes it.</summary>
    public bool IsHard { get; init; }
}

/// <summary>An agent with a seat at the desk (窓口係) and what they are busy with.</summary>
/// <param name="Chats">Now with them, of all their desks.</param>
/// <param name="IdleSince">When they last took or ended something; null: not today.</param>
/// <param name="IsAsked">Another turn is being offered to them.</param>
/// <param name="Products">What they have solved cases about.</param>
public sealed record Teller(
    Id<Agent> Agent, string Name, IReadOnlyList<string> Languages, DutyState State, Capacity Capacity, int Chats, int Calls, DateTimeOffset? IdleSince, bool IsAsked, IReadOnlyCollection<string> Products)
{
    /// <summary>How hard their day has been, as a step on a small ladder that nobody is shown.</summary>
    public int Strain { get; init; }

    public bool Speaks(string language) => Languages.Include(language);

    public bool HasRoomFor(Through by) => by is Through.Call ? Calls < Capacity.Call : Chats < Capacity.Chat;

    /// <summary>The share of what they can do at once.</summary>
    public double Load => Capacity.Chat + Capacity.Call == 0 ? 1 : (Chats + Calls) / (double)(Capacity.Chat + Capacity.Call);
}

/// <summary>Why this agent gets this turn.</summary>
public enum Reason { WaitsLongest, MoreUrgent, ChosenTime, SpeaksTheirLanguage, NobodySpeaksIt, KnowsThem, KnowsTheProduct, OnlyOneFree, LeastToDo, IdleLongest, SharedOut }

public sealed record Match(Waiter Waiter, Teller Teller, IReadOnlyList<Reason> Why);

/// <summary>Who serves whom, and why (docs/adr/0015). First come first served, less the bounded head start of what is urgent: both are in the rank,
/// which never changes by waiting, so that everybody comes to the front.</summary>
public static class Routing
{
    /// <summary>When all who could have passed, they are left in peace this long.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    public static IEnumerable<Waiter> InOrder(IEnumerable<Waiter> waiting) => waiting.OrderBy(w => w.Rank).ThenBy(w => w.Seq);

    /// <summary>Whether their language is this agent's, or that of nobody who works at the desk now: then whoever is there helps as they can.</summary>
    public static bool MayServe(Teller teller, string language, IEnumerable<Teller> team) =>
        teller.Speaks(language) || !team.Any(t => t.Agent != teller.Agent && t.State is DutyState.Available && t.Speaks(language));

    /// <summary>The turn that an agent takes by themselves. Who asks for work gets it: neither room nor state stands in the way.</summary>
    public static Match? Next(IEnumerable<Waiter> waiting, Teller teller, IReadOnlyList<Teller> team)
    {
        var order = InOrder(waiting).ToList();
        return order.Find(w => MayServe(teller, w.Language, team)) is { } waiter ? new(waiter, teller, Why(waiter, teller, order, [teller])) : null;
    }

    /// <summary>Who is asked whether they take whose turn, one turn for one agent: whoever is available, has room and speaks the language; of those who knows the customer,
    /// then who knows the product, then who has least to do, then who has been idle longest. Who passed is asked last. A turn known to be hard goes to whose day has been easier, unless somebody has been talking with them.</summary>
    public static IReadOnlyList<Match> Offer(IEnumerable<Waiter> waiting, IReadOnlyList<Teller> team, DateTimeOffset now)
    {
        var (order, free, matches) = (InOrder(waiting).ToList(), team.Where(t => t.State is DutyState.Available && !t.IsAsked).ToList(), new List<Match>());
        foreach (var waiter in order)
        {
            var able = free.Where(t => t.HasRoomFor(waiter.By) && MayServe(t, waiter.Language, team) && !Rests(waiter, t, now)).ToList();
            var best = able.OrderBy(t => Passed(waiter, t)).ThenByDescending(t => waiter.InCharge == t.Agent).ThenBy(t => waiter.IsHard ? t.Strain : 0).ThenByDescending(t => Knows(waiter, t))
                .ThenBy(t => t.Load).ThenBy(t => t.IdleSince ?? DateTimeOffset.MinValue).ThenBy(t => t.Agent.Value).FirstOrDefault();
            if (best is null)
                continue;
            free.Remove(best);
            matches.Add(new(waiter, best, Why(waiter, best, order, able)));
        }

        return matches;
    }

    private static bool Rests(Waiter waiter, Teller teller, DateTimeOffset now) => waiter.PassedBy.Contains(teller.Agent.Value) && now < waiter.PassedAt + Rest;

    // Before those who passed: who has not. The latest comes last, so that nobody is asked twice in a row while somebody else could be.
    private static int Passed(Waiter waiter, Teller teller) => Enumerable.Range(0, waiter.PassedBy.Count).LastOrDefault(i => waiter.PassedBy[i] == teller.Agent.Value, -1);

    private static bool Knows(Waiter waiter, Teller teller) => waiter.Product is { } product && teller.Products.Contains(product);

    // Whose day was how hard is not told: only that it is shared out.
    private static bool IsSpread(Waiter waiter, Teller teller, List<Teller> able) => waiter.IsHard && waiter.InCharge != teller.Agent && able.Any(t => t.Strain > teller.Strain);

    private static IReadOnlyList<Reason> Why(Waiter waiter, Teller teller, List<Waiter> order, List<Teller> able) =>
    [
        waiter.HasChosenTime ? Reason.ChosenTime : order.All(w => w.JoinedAt >= waiter.JoinedAt) ? Reason.WaitsLongest : order.Any(w => w.JoinedAt < waiter.JoinedAt && w.Rank > waiter.Rank) ? Reason.MoreUrgent : Reason.WaitsLongest,
        teller.Speaks(waiter.Language) ? Reason.SpeaksTheirLanguage : Reason.NobodySpeaksIt,
        .. waiter.InCharge == teller.Agent ? [Reason.KnowsThem] : Knows(waiter, teller) ? [Reason.KnowsTheProduct] : Array.Empty<Reason>(),
        able.Count == 1 ? Reason.OnlyOneFree : IsSpread(waiter, teller, able) ? Reason.SharedOut : able.All(t => t.Load >= teller.Load) && able.Any(t => t.Load > teller.Load) ? Reason.LeastToDo : Reason.IdleLongest,
    ];
}
