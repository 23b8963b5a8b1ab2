using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Remedies;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Remedies;

public sealed class LimitsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly CurrentAgent Hana = Somebody("Hana", AgentRole.Agent);
    private static readonly CurrentAgent Sora = Somebody("Sora", AgentRole.Supervisor);
    private static readonly CurrentAgent Ran = Somebody("Ran", AgentRole.Supervisor);
    private static readonly CurrentAgent Ada = Somebody("Ada", AgentRole.Administrator);
    private readonly Case theCase = new() { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = Id<Desk>.New(), Language = "ja", Subject = "404" };
    private readonly Remedy fee = new() { Slug = "fee", Kind = RemedyKind.Fee, Ja = "料金", En = "Fee", Unit = "JPY", AgentLimit = 5_000, SupervisorLimit = 50_000 };

    [Theory]
    [InlineData(AgentRole.Agent, 5_000L, true)]
    [InlineData(AgentRole.Agent, 5_001L, false)]
    [InlineData(AgentRole.Agent, null, false)]
    [InlineData(AgentRole.Supervisor, 50_000L, true)]
    [InlineData(AgentRole.Supervisor, 50_001L, false)]
    [InlineData(AgentRole.Supervisor, null, false)]
    [InlineData(AgentRole.Administrator, 9_999_999L, true)]
    [InlineData(AgentRole.Administrator, null, true)]
    public void Up_to_the_roles_limit_one_decides_alone_and_a_sum_that_nobody_named_is_within_none(AgentRole role, long? amount, bool alone)
    {
        Assert.Equal(alone, fee.IsWithin(role, amount));
        Assert.Equal(alone ? GrantState.Granted : GrantState.Waiting, Grant.Of(Id<Grant>.New(), theCase, fee, "x", amount, Somebody("x", role), Noon).Grant.State);
    }

    [Theory]
    [InlineData(AgentRole.Agent)]
    [InlineData(AgentRole.Supervisor)]
    [InlineData(AgentRole.Administrator)]
    public void A_limit_of_none_lets_nobody_decide_alone(AgentRole role)
    {
        var sorry = new Remedy { Slug = "apology", Kind = RemedyKind.Apology, AgentLimit = 0, SupervisorLimit = 0, AdministratorLimit = 0 };

        Assert.False(sorry.IsWithin(role, null));
        Assert.Equal(role is not AgentRole.Agent, sorry.IsSeconded(role, null));
    }

    [Theory]
    [InlineData(AgentRole.Agent, 1L, false)]
    [InlineData(AgentRole.Supervisor, 50_000L, true)]
    [InlineData(AgentRole.Supervisor, 50_001L, false)]
    [InlineData(AgentRole.Supervisor, null, false)]
    [InlineData(AgentRole.Administrator, 50_001L, true)]
    [InlineData(AgentRole.Administrator, null, true)]
    public void The_second_person_is_a_supervisor_whose_own_limit_covers_it_or_an_administrator(AgentRole role, long? amount, bool may) => Assert.Equal(may, fee.IsSeconded(role, amount));

    [Fact]
    public void Granted_at_once_the_reason_is_one_entry_and_what_the_customer_reads_another()
    {
        var (grant, happened) = Grant.Of(Id<Grant>.New(), theCase, fee, "内緒", 3_000, Hana, Noon);

        Assert.Equal(GrantState.Granted, grant.State);
        var said = Assert.IsType<RemedyGranted>(happened[1]);
        Assert.Equal((true, false), (happened[0].IsInternal, said.IsInternal));
        Assert.DoesNotContain("内緒", System.Text.Json.JsonSerializer.Serialize(said, Json.Options), StringComparison.Ordinal);
        Assert.Equal(("料金 3,000円", "Fee: ¥3,000"), (said.Of(Tongue.Japanese), said.Of(Tongue.English)));
    }

    [Fact]
    public void Nobody_seconds_their_own_request_and_what_was_decided_stays_decided()
    {
        var asked = Grant.Of(Id<Grant>.New(), theCase, fee, "x", 40_000, Hana, Noon).Grant;
        Assert.Equal(SecondRefusal.OwnRequest, Refused(asked, Hana));
        Assert.Equal(SecondRefusal.NotSupervisor, Refused(asked, Somebody("Ken", AgentRole.Agent)));
        Assert.False(asked.Answer(fee, true, null, Sora, Noon).Refused(out _, out var granted));
        Assert.IsType<RemedyGranted>(granted);
        Assert.Equal(SecondRefusal.Answered, Refused(asked, Ran));
        Assert.Equal((GrantState.Granted, "Sora"), (asked.State, asked.AnsweredByName));
    }

    [Fact]
    public void Whoever_may_not_grant_it_may_still_decline_it()
    {
        var asked = Grant.Of(Id<Grant>.New(), theCase, fee, "x", 90_000, Sora, Noon).Grant;
        Assert.Equal(SecondRefusal.OwnRequest, Refused(asked, Sora));
        Assert.Equal(SecondRefusal.AboveLimit, Refused(asked, Ran));
        Assert.Equal(GrantState.Waiting, asked.State);

        Assert.False(asked.Answer(fee, false, "多すぎます", Ran, Noon).Refused(out _, out var declined));

        Assert.Equal(("多すぎます", true), (Assert.IsType<RemedyDeclined>(declined).Words, declined.IsInternal));
        Assert.Equal(GrantState.Declined, asked.State);
    }

    [Fact]
    public void An_administrator_seconds_what_no_supervisor_may()
    {
        var asked = Grant.Of(Id<Grant>.New(), theCase, fee, "x", 90_000, Sora, Noon).Grant;

        Assert.False(asked.Answer(fee, true, null, Ada, Noon).Refused(out _, out _));
    }

    [Theory]
    [InlineData(3, 100, 300)]
    [InlineData(3, 33.34, 101)] // a yen begun is a yen
    [InlineData(0, 100, 0)]
    [InlineData(-2, 100, 0)]
    [InlineData(3, -1, 0)]
    public void The_fee_for_unusable_days_is_whole_yen_in_the_customers_favour(int days, decimal daily, long fee) => Assert.Equal(fee, UnusableDays.Fee(days, daily));

    [Fact]
    public void Of_a_monthly_fee_each_day_costs_its_share() =>
        Assert.Equal((1_000L, 3_000L, 0L), (UnusableDays.OfMonthly(10, 3_000, 30), UnusableDays.OfMonthly(31, 3_000, 31), UnusableDays.OfMonthly(1, 3_000, 0)));

    [Fact]
    public void What_happens_next_is_said_and_an_apology_asks_for_nothing()
    {
        var own = new RemedyGranted(Guid.NewGuid(), "reward", "reward", new("特典", "Reward"), Next: new("明日お送りします。", "It is sent tomorrow."));

        Assert.Equal(("明日お送りします。", "It is sent tomorrow."), (own.Then(Tongue.Japanese), own.Then(Tongue.English)));
        Assert.NotEmpty((own with { Next = null }).Then(Tongue.English));
        Assert.Empty((own with { Sort = "apology", Next = null }).Then(Tongue.Japanese));
    }

    private SecondRefusal Refused(Grant asked, CurrentAgent by) => asked.Answer(fee, true, null, by, Noon).Refused(out var why, out _) ? why : throw new InvalidOperationException("It was not refused.");

    private static CurrentAgent Somebody(string name, AgentRole role) => new(Id<Agent>.New(), name, name, role, [], ["ja"]);
}
