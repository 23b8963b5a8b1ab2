using Madoguchi.Care;
using Madoguchi.Care.Folding;
using Madoguchi.Care.Recognizing;
using Madoguchi.Care.Stepping;
using Madoguchi.Care.Supervising;
using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Line;
using Madoguchi.Shared;
using Reason = Madoguchi.Care.Folding.Reason;

namespace Madoguchi.Tests.Care;

/// <summary>Pure: what becomes of hard words, whether an anger has a reason, which step may be taken.</summary>
public sealed class JudgingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);
    private static readonly Id<Desk> Here = Id<Desk>.New();
    private static readonly CurrentAgent Hana = new(Id<Agent>.New(), "Hana", "花", AgentRole.Agent, [Here], ["ja"]);
    private static readonly CurrentAgent Sora = new(Id<Agent>.New(), "Sora", "空", AgentRole.Supervisor, [], ["ja"]);
    private static readonly Reason[] Late = [new(ReasonKind.PromiseLate, 1)];

    [Fact]
    public void Our_failures_excuse_anger_and_pressing_but_no_insult()
    {
        Assert.Equal(CareVerdict.Folded, Judging.Of(Heard(3, against: true), []));
        Assert.Equal(CareVerdict.Folded, Judging.Of(Heard(3, against: true), Late));
        Assert.Equal(CareVerdict.Folded, Judging.Of(Heard(3, against: false), []));
        Assert.Equal(CareVerdict.Heard, Judging.Of(Heard(3, against: false), Late));
        Assert.Equal(CareVerdict.Heard, Judging.Of(Heard(0, against: false, angry: true), Late));
        Assert.Null(Judging.Of(Heard(0, against: false, angry: true), []));
        Assert.Null(Judging.Of(Heard(2, against: true), Late));
    }

    [Fact]
    public void What_went_wrong_is_read_from_the_record()
    {
        var theCase = Case();
        By agent = new(Role.Agent, "Hana"), customer = new(Role.Customer, null);
        var desk = new DeskName("a", "A");
        Entry[] entries = [.. new (By By, Happening What)[]
        {
            (agent, new AskedAgain("model", "x")), (agent, new AskedAgain("model", "y")), (By.System, new BrokeOff(BreakKind.Silence, Now)), (agent, new HandoverAccepted(Guid.NewGuid(), desk, desk)), (agent, new HandoverAccepted(Guid.NewGuid(), desk, desk)),
            (By.System, new CheckLate(Guid.NewGuid(), Now)), (agent, new FindingMade(Guid.NewGuid(), Verdict.Confirmed, "x", new Basis())), (customer, new SolutionAnswered(false)), (By.System, new ToldOfBreak(Guid.NewGuid(), "k", "n", true)),
        }.Select(e => Entry.Append(theCase, e.By, e.What, Now, [1]))];
        var ticket = new Ticket { Id = Id<Ticket>.New(), DeskId = Here, CaseId = theCase.Id, Number = 1, Through = Through.Chat, Language = "ja", JoinedAt = Now.AddMinutes(-50), Rank = Now, Seq = 1, High = 1_200 };

        var reasons = Reasons.Of(entries, [ticket], Now.AddDays(-3), Now);

        Assert.Equal(
            [
                new(ReasonKind.AskedTwice, 2), new(ReasonKind.BrokenOff, 1), new(ReasonKind.HandedOver, 2), new(ReasonKind.PromiseLate, 1), new(ReasonKind.WasRight, 1), new(ReasonKind.NotSolved, 1), new(ReasonKind.WaitedLonger, 30),
                new(ReasonKind.Unanswered, 3), new(ReasonKind.Outage, 1),
            ], reasons);
        Assert.Equal(reasons, Reasons.Read(Reasons.Write(reasons)));
        Assert.All(reasons, r => Assert.True(Reasons.Name(r, Tongue.Japanese).Length > 0 && Reasons.Name(r, Tongue.English).Length > 0));
        Assert.Empty(Reasons.Of([entries[3]], [], Now.AddHours(-5), Now)); // handed on once, waiting for hours: as it should be
    }

    [Fact]
    public void Each_step_is_ahead_of_the_last_and_the_later_ones_are_a_supervisors()
    {
        var theCase = Case();
        Assert.Null(theCase.Prevents(CareStep.Notice, Hana));
        Assert.Null(theCase.Prevents(CareStep.TwoPersons, Hana));
        Assert.Equal(StepRefusal.ForSupervisors, theCase.Prevents(CareStep.SupervisorOnly, Hana));
        Assert.Equal(StepRefusal.WithAnotherDesk, theCase.Prevents(CareStep.Notice, Hana with { Desks = [] }));
        Assert.Null(theCase.Prevents(CareStep.Ended, Sora));

        theCase.Care = CareStep.SupervisorOnly;
        Assert.Equal(StepRefusal.NotAhead, theCase.Prevents(CareStep.TwoPersons, Sora));
        Assert.Equal([CareStep.Ended], Stepping.Ahead(theCase.Care));
        Assert.False(theCase.IsAnsweredBy(Hana));
        Assert.True(theCase.IsAnsweredBy(Sora));
        Assert.True(theCase.Answer(new MessageSaid("x"), Hana, Now).Refused(out _, out _));
    }

    [Fact]
    public void An_end_closes_the_case_and_a_step_back_opens_it_again()
    {
        var theCase = Case();
        theCase.EndInCare(Now);
        Assert.Equal((CareStep.Ended, Status.ClosedBySilence, true), (theCase.Care, theCase.Status, theCase.IsClosed));
        theCase.Hear(new MessageSaid("まだあります"), Now);
        Assert.Equal((CareStep.Ended, Status.WaitingForUs), (theCase.Care, theCase.Status)); // heard, by the supervisors
        theCase.EndInCare(Now);
        theCase.StepBackInCare(null, Now);
        Assert.Equal((null, Status.WaitingForUs), (theCase.Care, theCase.Status));
    }

    [Fact]
    public void A_supervisor_is_promised_within_open_minutes_and_kept_by_one()
    {
        Assert.Equal(Now.AddMinutes(60), Wishing.Due(OpeningHours.Always, 60, Now));
        var theCase = Case();
        var wish = new SupervisorWish { Id = Id<SupervisorWish>.New(), CaseId = theCase.Id, DeskId = Here, Entry = 2, ByCustomer = true, At = Now, DueAt = Now.AddHours(1) };
        Entry[] told = [.. new[] { Sora, Hana, Hana, Sora, Sora }.Select(a => Entry.Append(theCase, By.Agent(a, false), new MessageSaid("x"), Now, [1]))];

        Assert.Equal(4, wish.KeptBy(told, new HashSet<Guid> { Sora.Id.Value })?.Number);
        Assert.Null(wish.KeptBy(told[..3], new HashSet<Guid> { Sora.Id.Value }));
    }

    [Fact]
    public void Every_letter_is_calm_and_says_what_goes_on_being_helped_with()
    {
        foreach (var step in Enum.GetValues<CareStep>())
        {
            foreach (var (language, goesOn) in new[] { ("ja", "承り"), ("en", "may come to us|helping you") })
            {
                var letter = BuiltInLetters.Of(step, language);
                Assert.Contains(goesOn.Split('|'), w => letter.Contains(w, StringComparison.Ordinal) || letter.Contains("承ります", StringComparison.Ordinal));
                Assert.False(Hearing.Of(letter, CareBook.BuiltIn).IsAbusive);
                Assert.DoesNotContain("ハラスメント", letter, StringComparison.Ordinal);
                Assert.DoesNotContain("harass", letter, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static Heard Heard(int weight, bool against, bool angry = false) => new(weight, [CareKind.Insult], against, angry, 1, "", 3);

    private static Case Case() => new() { Id = Id<Case>.New(), CustomerId = new(Guid.NewGuid()), DeskId = Here, Language = "ja", Subject = "x" };
}
