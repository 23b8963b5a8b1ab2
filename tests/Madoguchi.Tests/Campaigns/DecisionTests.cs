using Madoguchi.Campaigns;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Campaigns;

public sealed class DecisionTests
{
    private static readonly DateTimeOffset Opens = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);
    private static readonly Campaign Summer = new() { Id = Id<Campaign>.New(), Slug = "summer", Opens = Opens, Closes = Closes, CreatedAt = Opens, ChangedAt = Opens, RewardJa = "コイン" };
    private static readonly CurrentAgent Hana = new(Id<Agent>.New(), "Hana", "Hana", AgentRole.Agent, [], []);
    private static readonly CurrentAgent Sora = Hana with { Role = AgentRole.Supervisor };

    [Fact]
    public void Whoever_began_in_time_goes_on_whoever_comes_later_does_not()
    {
        var mine = Begun();

        Assert.Equal(BeginRefusal.NotYet, Registration.Prevents(Summer, null, null, Opens.AddTicks(-1)));
        Assert.Null(Registration.Prevents(Summer, null, null, Opens));
        Assert.Null(Registration.Prevents(Summer, null, null, Closes.AddTicks(-1)));
        Assert.Equal(BeginRefusal.Over, Registration.Prevents(Summer, null, null, Closes));
        Assert.Null(Registration.Prevents(Summer, mine, null, Closes.AddDays(13)));
        Assert.Null(mine.Prevents(Summer, null, Summer.FinishBy.AddTicks(-1)));
        Assert.Equal(ConfirmRefusal.TooLate, mine.Prevents(Summer, null, Summer.FinishBy));
    }

    [Fact]
    public void A_used_code_is_locked_for_others_and_never_for_its_owner()
    {
        var (winner, loser) = (Begun(), Begun());
        winner.Finish(Summer, Id<Madoguchi.Customers.Customer>.New(), "R", Opens);

        Assert.Equal(BeginRefusal.CodeUsed, Registration.Prevents(Summer, null, winner, Opens));
        Assert.Equal(BeginRefusal.CodeUsed, Registration.Prevents(Summer, loser, winner, Opens));
        Assert.Null(Registration.Prevents(Summer, winner, winner, Summer.FinishBy.AddYears(1)));
        Assert.Equal(ConfirmRefusal.CodeUsed, loser.Prevents(Summer, winner, Opens));
        Assert.Null(winner.Prevents(Summer, winner, Summer.FinishBy.AddYears(1)));
        Assert.Equal((RegistrationState.Complete, "コイン", 1), (winner.State, winner.RewardJa, winner.LastEvent));
    }

    [Fact]
    public void What_is_mended_has_its_borders()
    {
        var (begun, complete) = (Begun(), Begun());
        complete.Finish(Summer, Id<Madoguchi.Customers.Customer>.New(), "R", Opens);

        Assert.Null(begun.Prevents(Repair.Resend, Hana, null, false));
        Assert.Equal(RepairRefusal.NotSupervisor, begun.Prevents(Repair.Complete, Hana, null, true));
        Assert.Equal(RepairRefusal.NeedsCase, begun.Prevents(Repair.Complete, Sora, null, false));
        Assert.Null(begun.Prevents(Repair.Complete, Sora, null, true));
        Assert.Equal(RepairRefusal.CodeUsed, begun.Prevents(Repair.Complete, Sora, complete, true));
        Assert.Equal(RepairRefusal.NotComplete, begun.Prevents(Repair.Release, Sora, null, false));
        Assert.Equal(RepairRefusal.Complete, complete.Prevents(Repair.CorrectAddress, Hana, complete, false));
        Assert.Null(complete.Prevents(Repair.Release, Sora, complete, false));
        complete.Release(new(Sora.Id.Value, "Sora"), "x", null, Opens);
        Assert.Equal(RepairRefusal.Released, complete.Prevents(Repair.Resend, Sora, null, false));
    }

    [Fact]
    public void A_code_causes_five_mails_an_hour_whatever_addresses_it_is_tried_with()
    {
        var all = Enumerable.Range(0, 5).Select(i => Begun(mailed: Opens.AddMinutes(i))).ToList();

        Assert.Null(Registration.NextMail(all.Take(4), Opens.AddMinutes(5)));
        Assert.Equal(Opens.AddHours(1), Registration.NextMail(all, Opens.AddMinutes(5)));
        Assert.Null(Registration.NextMail(all, Opens.AddMinutes(61)));
    }

    [Theory]
    [InlineData("7k3mt-ab12c", "7K3MTAB12C")]
    [InlineData(" ７Ｋ３ＭＴ ー ＡＢ１２Ｃ ", "7K3MTAB12C")]
    [InlineData("oil-OIL", "011011")]
    public void Codes_are_found_however_they_are_typed(string typed, string folded) => Assert.Equal(folded, Codes.Fold(typed));

    [Fact]
    public void A_code_made_here_carries_its_check_and_every_slip_shows()
    {
        var code = Codes.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);

        Assert.Equal(Codes.Signs, code.Length);
        Assert.False(Codes.IsSlip(code));
        Assert.Equal(code, Codes.Fold(Codes.Printed(code)));
        Assert.Equal([5, 5, 4], Codes.Printed(code).Split('-').Select(g => g.Length));
        for (var i = 0; i < code.Length; i++)
            Assert.True(Codes.IsSlip(code[..i] + (code[i] == 'X' ? 'Y' : 'X') + code[(i + 1)..]));
        Assert.True(Codes.IsSlip(code[1..]));
        Assert.False(Codes.IsSlip("ABCD")); // that is something else
    }

    [Theory]
    [InlineData(30, "1分足らず", "less than a minute")]
    [InlineData(125, "2分", "2 minutes")]
    [InlineData(3_660, "1時間1分", "1 hour 1 minute")]
    [InlineData(180_000, "2日と2時間", "2 days 2 hours")]
    [InlineData(864_000, "10日", "10 days")]
    public void What_is_left_is_said_in_plain_words(int seconds, string ja, string en) =>
        Assert.Equal((ja, en), (Countdown.Of(TimeSpan.FromSeconds(seconds), Tongue.Japanese), Countdown.Of(TimeSpan.FromSeconds(seconds), Tongue.English)));

    [Theory]
    [InlineData("summer-2026", true)]
    [InlineData("receipts", false)]
    [InlineData("-a", false)]
    [InlineData("夏", false)]
    public void A_campaigns_name_in_addresses_is_plain_and_not_taken(string slug, bool right) => Assert.Equal(right, NewCampaign.IsSlug(slug));

    private static Registration Begun(DateTimeOffset? mailed = null) =>
        new() { Id = Id<Registration>.New(), CampaignId = Summer.Id, CodeId = Id<CampaignCode>.New(), Email = "a@b.jp", Folded = "a@b.jp", Language = "ja", BeganAt = Opens, MailedAt = mailed };
}
