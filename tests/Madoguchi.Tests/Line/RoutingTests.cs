using FsCheck;
using FsCheck.Fluent;
using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Line;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Line;

public sealed class RoutingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[][] Tongues = [["ja"], ["en"], ["ja", "en"]];

    [Fact]
    public void Nobody_is_asked_on_a_break_or_beyond_what_they_can_do_and_each_only_once() => Always((waiting, team) =>
    {
        var offered = Routing.Offer(waiting, team, Now);
        return offered.All(m => m.Teller.State is DutyState.Available && m.Teller.HasRoomFor(m.Waiter.By) && !m.Teller.IsAsked)
            && offered.Select(m => m.Teller.Agent).Distinct().Count() == offered.Count && offered.Select(m => m.Waiter.Ticket).Distinct().Count() == offered.Count;
    });

    [Fact]
    public void A_language_is_respected_unless_nobody_who_works_there_speaks_it() => Always((waiting, team) =>
        Routing.Offer(waiting, team, Now).All(m => m.Teller.Speaks(m.Waiter.Language) || !team.Any(t => t.State is DutyState.Available && t.Speaks(m.Waiter.Language))));

    [Fact]
    public void Whoever_was_not_asked_could_be_served_by_nobody_who_serves_a_later_one() => Always((waiting, team) =>
    {
        var offered = Routing.Offer(waiting, team, Now);
        var left = waiting.Where(w => offered.All(m => m.Waiter != w)).ToList();
        return offered.All(m => left.All(w => !IsBefore(w, m.Waiter) || !m.Teller.HasRoomFor(w.By) || !Routing.MayServe(m.Teller, w.Language, team)));
    });

    [Fact]
    public void The_next_for_an_agent_is_the_first_whom_they_may_serve() => Always((waiting, team) =>
        team.All(t => Routing.Next(waiting, t, team) is { } next
            ? waiting.All(w => w == next.Waiter || !IsBefore(w, next.Waiter) || !Routing.MayServe(t, w.Language, team))
            : waiting.All(w => !Routing.MayServe(t, w.Language, team))));

    // Later ones may be urgent, and come without end: everybody is served all the same, at the latest when those have been who joined within the longest head start after them.
    [Fact]
    public void Nobody_starves_behind_what_is_urgent()
    {
        var (patient, agent) = (Waiter(1, "ja", 0, TimeSpan.Zero), Teller(["ja"]));
        var line = new List<Waiter> { patient };
        for (var minute = 1; minute <= 200; minute++)
        {
            line.Add(Waiter(minute + 1, "ja", minute, Ticket.HeadStart(Madoguchi.Cases.Priority.Urgent)));
            var next = Routing.Next(line, agent, [agent])!.Waiter;
            line.Remove(next);
            if (next == patient)
            {
                Assert.InRange(minute, 1, 31);
                return;
            }
        }

        Assert.Fail("They waited for ever.");
    }

    [Fact]
    public void Where_two_speak_two_languages_everybody_comes_to_their_turn()
    {
        Teller japanese = Teller(["ja"]), both = Teller(["ja", "en"]);
        var line = Enumerable.Range(0, 40).Select(i => Waiter(i, i % 2 == 0 ? "en" : "ja", i, TimeSpan.Zero)).ToList();
        var served = new List<Waiter>();
        while (line.Count > 0)
        {
            foreach (var agent in (Teller[])[japanese, both])
            {
                if (Routing.Next(line, agent, [japanese, both]) is { } turn && line.Remove(turn.Waiter))
                    served.Add(turn.Waiter);
            }
        }

        Assert.Equal(40, served.Count);
        Assert.True(served.Where(w => w.Language == "en").Select(w => w.Seq).SequenceEqual(served.Where(w => w.Language == "en").Select(w => w.Seq).Order()));
    }

    [Fact]
    public void Work_goes_to_who_has_least_to_do_and_then_to_who_has_been_idle_longest()
    {
        Teller busy = Teller(["ja"]) with { Chats = 2 }, free = Teller(["ja"]) with { IdleSince = Now.AddMinutes(-1) }, longFree = Teller(["ja"]) with { IdleSince = Now.AddMinutes(-9) };

        var order = Routing.Offer([Waiter(1, "ja", 0, TimeSpan.Zero), Waiter(2, "ja", 1, TimeSpan.Zero), Waiter(3, "ja", 2, TimeSpan.Zero)], [busy, free, longFree], Now);

        Assert.Equal([longFree.Agent, free.Agent, busy.Agent], order.Select(m => m.Teller.Agent));
        Assert.Equal([Reason.WaitsLongest, Reason.SpeaksTheirLanguage, Reason.LeastToDo], order[0].Why);
        Assert.Equal(Reason.OnlyOneFree, order[2].Why[^1]);
    }

    [Fact]
    public void Who_talked_with_the_customer_is_asked_first_and_then_who_knows_the_product()
    {
        Teller one = Teller(["ja"]), knows = Teller(["ja"]) with { Products = ["Aurora"], Chats = 1 };
        var waiter = Waiter(1, "ja", 0, TimeSpan.Zero) with { Product = "Aurora" };

        Assert.Contains(Reason.KnowsTheProduct, Assert.Single(Routing.Offer([waiter], [one, knows], Now)).Why);
        Assert.Equal(one.Agent, Assert.Single(Routing.Offer([waiter with { InCharge = one.Agent }], [one, knows], Now)).Teller.Agent);
    }

    [Fact]
    public void What_is_known_to_be_hard_goes_to_whose_day_was_easier_and_nothing_else_does()
    {
        Teller tired = Teller(["ja"]) with { Strain = 2, Products = ["Aurora"] }, fresh = Teller(["ja"]) with { Chats = 1 };
        var waiter = Waiter(1, "ja", 0, TimeSpan.Zero) with { Product = "Aurora" };

        Assert.Equal(tired.Agent, Assert.Single(Routing.Offer([waiter], [tired, fresh], Now)).Teller.Agent);
        var spread = Assert.Single(Routing.Offer([waiter with { IsHard = true }], [tired, fresh], Now));
        Assert.Equal((fresh.Agent, Reason.SharedOut), (spread.Teller.Agent, spread.Why[^1]));
        Assert.Equal(tired.Agent, Assert.Single(Routing.Offer([waiter with { IsHard = true, InCharge = tired.Agent }], [tired, fresh], Now)).Teller.Agent);
        Assert.Equal(tired.Agent, Assert.Single(Routing.Offer([waiter with { IsHard = true }], [tired], Now)).Teller.Agent);
    }

    [Fact]
    public void Who_passed_is_asked_again_only_after_everybody_else_and_after_a_rest()
    {
        Teller one = Teller(["ja"]), other = Teller(["ja"]) with { Chats = 2 };
        var waiter = Waiter(1, "ja", 0, TimeSpan.Zero) with { PassedBy = [one.Agent.Value], PassedAt = Now };

        Assert.Equal(other.Agent, Assert.Single(Routing.Offer([waiter], [one, other], Now)).Teller.Agent);
        Assert.Empty(Routing.Offer([waiter], [one], Now));
        var both = waiter with { PassedBy = [one.Agent.Value, other.Agent.Value] };
        Assert.Equal(one.Agent, Assert.Single(Routing.Offer([both], [one, other], Now + Routing.Rest)).Teller.Agent);
    }

    private static bool IsBefore(Waiter one, Waiter other) => (one.Rank, one.Seq).CompareTo((other.Rank, other.Seq)) < 0;

    private static void Always(Func<IReadOnlyList<Waiter>, IReadOnlyList<Teller>, bool> holds) =>
        Prop.ForAll(Lines.ToArbitrary(), line => holds(line.Waiting, line.Team)).QuickCheckThrowOnFailure();

    private static Gen<(IReadOnlyList<Waiter> Waiting, IReadOnlyList<Teller> Team)> Lines =>
        from waiting in (from language in Gen.Elements("ja", "en", "zh")
                         from minute in Gen.Choose(0, 60)
                         from urgent in Gen.Elements(0, 0, 10, 30)
                         from call in Gen.Elements(true, false)
                         select Waiter(0, language, minute, TimeSpan.FromMinutes(urgent)) with { By = call ? Through.Call : Through.Chat }).ListOf()
        from team in (from tongues in Gen.Elements(Tongues)
                      from state in Gen.Elements(DutyState.Available, DutyState.Available, DutyState.Busy, DutyState.Break)
                      from chats in Gen.Choose(0, 3)
                      from calls in Gen.Choose(0, 1)
                      from asked in Gen.Elements(false, false, true)
                      select Teller(tongues) with { State = state, Chats = chats, Calls = calls, IsAsked = asked }).ListOf()
        select ((IReadOnlyList<Waiter>)[.. waiting.Select((w, i) => w with { Seq = i })], (IReadOnlyList<Teller>)[.. team]);

    private static Waiter Waiter(long seq, string language, int minute, TimeSpan headStart) =>
        new(Id<Ticket>.New(), Through.Chat, language, Now.AddMinutes(minute) - headStart, seq, Now.AddMinutes(minute), false, [], null, null, null);

    private static Teller Teller(string[] languages) => new(Id<Agent>.New(), "Hana", languages, DutyState.Available, Capacity.Usual, 0, 0, null, false, []);
}
