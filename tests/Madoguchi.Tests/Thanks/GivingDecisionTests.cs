using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Thanks;

namespace Madoguchi.Tests.Thanks;

public sealed class GivingDecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly ThankedAgent Hana = new(Guid.NewGuid(), "はな");
    private static readonly ThankedAgent Ken = new(Guid.NewGuid(), "ケン");
    private readonly Case theCase = new() { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = Id<Desk>.New(), Language = "ja", Subject = "404", Status = Status.Solved };
    private readonly CaseThanks thanks;

    public GivingDecisionTests() => thanks = new() { CaseId = theCase.Id, DeskId = theCase.DeskId };

    [Theory]
    [InlineData(Status.New)]
    [InlineData(Status.WaitingForUs)]
    [InlineData(Status.WaitingForCustomer)]
    [InlineData(Status.Proposed)]
    [InlineData(Status.ClosedBySilence)]
    public void What_is_not_solved_is_not_asked_about(Status status)
    {
        theCase.Status = status;

        Assert.Equal(ThanksRefusal.NotSolved, Refused(5));
        Assert.Null(thanks.Decline(theCase, Noon));
        Assert.False(CaseThanks.IsAsked(theCase, null));
    }

    [Fact]
    public void It_is_asked_once()
    {
        Assert.True(CaseThanks.IsAsked(theCase, null));
        Assert.Equal([new ThanksDeclined()], [thanks.Decline(theCase, Noon)!]); // the first time
        Assert.False(CaseThanks.IsAsked(theCase, thanks));
        Assert.Null(thanks.Decline(theCase, Noon));
    }

    [Fact]
    public void Who_would_rather_not_say_may_say_so_later_all_the_same()
    {
        thanks.Decline(theCase, Noon);

        Give(5, at: Noon.AddDays(20));

        Assert.Equal(5, thanks.Score);
        Assert.False(thanks.Declined);
    }

    [Fact]
    public void A_mistaken_tap_is_changed_for_a_day_and_each_change_is_an_entry()
    {
        Give(4, agents: Hana);
        var changed = Give(5, "助かりました", Noon.AddHours(24), Hana, Ken);

        Assert.Equal(["助かりました"], changed.OfType<Thanked>().Select(t => t.Text));
        Assert.Equal([Hana.AgentId, Ken.AgentId], thanks.Praises.Select(p => p.AgentId.Value));
        Assert.Equal(ThanksRefusal.TooLate, Refused(3, Noon.AddHours(24).AddTicks(10)));
        Assert.Equal(5, thanks.Score);
    }

    [Fact]
    public void The_same_again_is_no_change()
    {
        Give(5, "助かりました", Noon, Hana);

        Assert.Empty(Give(5, "助かりました", Noon.AddMinutes(1), Hana));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_low_score_opens_a_concern(int score, bool opens)
    {
        Assert.Equal(opens, Give(score).Any(h => h is ConcernOpened));
        Assert.Equal(opens, thanks.IsConcern);
        Assert.DoesNotContain(Give(score, "もう一言"), h => h is ConcernOpened);
    }

    [Fact]
    public void Changed_to_a_better_one_or_taken_back_a_low_score_concerns_nobody_any_more()
    {
        Give(1);
        Give(5);
        Assert.False(thanks.IsConcern);

        Give(2);
        Assert.Equal([3], ((ThanksWithdrawn)thanks.Withdraw([3], Noon)!).Entries); // there was something to take back
        Assert.False(thanks.IsConcern);
        Assert.Equal((null, null, 0), (thanks.Score, thanks.Text, thanks.Praises.Count));
        Assert.Null(thanks.Withdraw([], Noon));
        Assert.False(CaseThanks.IsAsked(theCase, thanks));
    }

    [Fact]
    public void Supervisors_settle_a_concern_once_and_it_stays_settled()
    {
        Give(1);

        Assert.True(Settle(AgentRole.Agent).Refused(out var why, out _) && why is SettleRefusal.NotSupervisor);
        Assert.False(Settle(AgentRole.Supervisor).Refused(out _, out var happened));
        Assert.Equal(new ConcernSettled("お電話でおわびした"), happened);
        Assert.True(Settle(AgentRole.Administrator).Refused(out why, out _) && why is SettleRefusal.NothingOpen);
        Give(2);
        Assert.Equal((false, "お電話でおわびした"), (thanks.IsConcern, thanks.CameOfIt));
    }

    [Theory]
    [InlineData("はな", 1)]
    [InlineData("はなさん", 1)]
    [InlineData("山田 はな", 1)]
    [InlineData("山田　はな様", 1)]
    [InlineData("ken", 1)]
    [InlineData("ＫＥＮ", 1)]
    [InlineData("そら", 0)]
    [InlineData("さん", 0)]
    public void Names_are_found_as_people_write_them(string asked, int found)
    {
        Supporter[] supporters = [new(Hana.AgentId, "はな", ["はな", "山田はな"]), new(Ken.AgentId, "Ken", ["Ken"])];

        Assert.Equal(found, Supporter.Named(supporters, asked).Count());
    }

    [Fact]
    public void Two_who_show_one_name_are_both_meant_and_an_id_means_one()
    {
        Supporter[] supporters = [new(Hana.AgentId, "はな", []), new(Ken.AgentId, "はな", [])];

        Assert.Equal(2, Supporter.Named(supporters, "はな").Count());
        Assert.Equal(Ken.AgentId, Assert.Single(Supporter.Named(supporters, Ken.AgentId.ToString())).AgentId);
    }

    private IReadOnlyList<Happening> Give(int score, string? text = null, DateTimeOffset? at = null, params IReadOnlyList<ThankedAgent> agents)
    {
        Assert.False(thanks.Give(theCase, score, text, agents, at ?? Noon).Refused(out var why, out var happened), $"{why}");
        return happened!; // not refused
    }

    private ThanksRefusal? Refused(int score, DateTimeOffset? at = null) => thanks.Give(theCase, score, null, [], at ?? Noon).Refused(out var why, out _) ? why : null;

    private Result<Happening, SettleRefusal> Settle(AgentRole role) => thanks.Settle("お電話でおわびした", new(Id<Agent>.New(), "Sora", "Sora", role, [theCase.DeskId], ["ja"]), Noon);
}
