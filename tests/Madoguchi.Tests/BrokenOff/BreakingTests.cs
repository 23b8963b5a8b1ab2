using Madoguchi.BrokenOff;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Tests.BrokenOff;

/// <summary>When a contact has broken off, and how: state, record, presence and now in, the finding out.</summary>
public sealed class BreakingTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private readonly List<Step> steps = [];
    private readonly Case theCase = new() { Id = Id<Case>.New(), CustomerId = Id<Madoguchi.Customers.Customer>.New(), DeskId = Id<Madoguchi.Desks.Desk>.New(), Language = "ja", Subject = "404" };

    [Fact]
    public void Silence_for_a_day_while_we_owed_nothing_is_found()
    {
        Said(0, "message", Role.Customer);
        Said(5, "message", Role.Agent);
        WaitsForCustomer(5);

        Assert.Null(At(24 * 60));
        Assert.Equal(new Found(BreakKind.Silence, Minute(5)), At((24 * 60) + 5));
    }

    [Theory]
    [InlineData(Status.WaitingForCustomer)]
    [InlineData(Status.Proposed)]
    public void Whom_we_owe_an_answer_is_silent_with_good_reason(Status status)
    {
        Said(0, "message", Role.Customer);
        theCase.Status = Status.WaitingForUs;
        theCase.CustomerWaitingSince = Minute(0);
        Assert.Null(At(48 * 60));

        WaitsForCustomer(5, status);
        Assert.Equal(BreakKind.Silence, At(48 * 60)?.How);
    }

    [Fact]
    public void While_another_desk_thinks_about_an_offer_it_is_not_the_customer_who_is_waited_for()
    {
        Said(5, "message", Role.Agent);
        WaitsForCustomer(5);
        theCase.PendingHandoverId = Id<Handover>.New();

        Assert.Null(At(48 * 60));
    }

    [Fact]
    public void A_desk_that_closes_sooner_than_a_day_looks_at_half_its_time()
    {
        Assert.Equal(TimeSpan.FromHours(6), Waits.Usual.At(12).Silence);
        Assert.Equal(TimeSpan.FromHours(24), Waits.Usual.At(25).Silence);
    }

    [Fact]
    public void A_chat_left_in_mid_conversation_is_found_after_ten_minutes()
    {
        Said(0, "message", Role.Customer);
        Said(5, "message", Role.Agent);
        WaitsForCustomer(5);

        Assert.Null(At(17, seen: 8));
        Assert.Equal(new Found(BreakKind.ChatClosed, Minute(8)), At(18, seen: 8));
        Assert.Null(At(60, seen: 58));
    }

    [Fact]
    public void Who_never_saw_an_answer_waits_for_one_and_has_not_left()
    {
        Said(0, "message", Role.Customer);
        Said(90, "message", Role.Agent);
        WaitsForCustomer(90);

        Assert.Null(At(120, seen: 3));
    }

    [Fact]
    public void Who_left_while_we_wrote_has_ten_minutes_from_our_word()
    {
        Said(0, "message", Role.Customer);
        Said(2, "message", Role.Agent);
        Said(4, "message", Role.Customer);
        Said(9, "message", Role.Agent);
        WaitsForCustomer(9);

        Assert.Null(At(18, seen: 5));
        Assert.Equal(new Found(BreakKind.ChatClosed, Minute(9)), At(19, seen: 5));
    }

    [Fact]
    public void Who_spoke_elsewhere_since_has_not_left()
    {
        Said(0, "message", Role.Customer);
        Said(2, "message", Role.Agent);
        Said(30, "message", Role.Customer);
        Said(40, "message", Role.Agent);
        WaitsForCustomer(40);

        Assert.Null(At(60, seen: 5));
    }

    [Theory]
    [InlineData("question", Role.Agent, BreakKind.AfterRefusal)]
    [InlineData("factPromised", Role.Customer, BreakKind.AfterRefusal)]
    [InlineData("handoverReturned", Role.Agent, BreakKind.AfterRefusal)]
    [InlineData("sentAnyway", Role.Agent, BreakKind.AfterRefusal)]
    [InlineData("handoverOffered", Role.Agent, BreakKind.AfterOffer)]
    [InlineData("languageAhead", Role.System, BreakKind.AfterOffer)]
    [InlineData("solutionProposed", Role.Agent, BreakKind.AfterOffer)]
    public void Leaving_after_a_no_or_an_offer_is_told_apart_whoever_has_the_turn(string kind, Role by, BreakKind how)
    {
        Said(0, "message", Role.Customer);
        Said(5, kind, by);
        (theCase.Status, theCase.CustomerWaitingSince) = (Status.WaitingForUs, Minute(0));

        Assert.Null(At(16, seen: 7));
        Assert.Equal(new Found(how, Minute(7)), At(17, seen: 7));
        Said(8, "message", Role.Customer);
        Assert.Null(At(40, seen: 9));
    }

    [Fact]
    public void A_denied_solution_is_a_no_and_a_confirmed_one_is_the_end()
    {
        Said(0, "message", Role.Customer);
        Said(5, "solutionProposed", Role.Agent);
        Said(6, Course.Denial, Role.Customer, """{"solved":false}""");
        (theCase.Status, theCase.CustomerWaitingSince) = (Status.WaitingForUs, Minute(6));

        Assert.Equal(BreakKind.AfterRefusal, At(30, seen: 7)?.How);
        Said(8, Course.Denial, Role.Customer, """{"solved":true}""");
        Assert.Null(At(30, seen: 9));
        theCase.Status = Status.Solved;
        Assert.Null(At(48 * 60, seen: 9));
    }

    [Fact]
    public void An_offer_that_came_after_they_had_gone_is_not_why_they_left()
    {
        Said(0, "message", Role.Customer);
        Said(2, "message", Role.Agent);
        Said(30, "solutionProposed", Role.Agent);
        WaitsForCustomer(30, Status.Proposed);

        Assert.Equal(BreakKind.ChatClosed, At(45, seen: 4)?.How);
    }

    [Fact]
    public void A_break_that_is_known_is_not_found_again()
    {
        Said(5, "message", Role.Agent);
        WaitsForCustomer(5);
        theCase.BreakId = Id<Break>.New();

        Assert.Null(At(48 * 60));
    }

    private static DateTimeOffset Minute(int minute) => Start.AddMinutes(minute);

    private void Said(int minute, string kind, Role by, string? body = null) => steps.Add(new Step(theCase.Id, Minute(minute), kind, by, kind is "handoverReturned" or "handoverOffered" or "sentAnyway", body));

    private void WaitsForCustomer(int minute, Status status = Status.WaitingForCustomer) => (theCase.Status, theCase.WaitingForCustomerSince, theCase.CustomerWaitingSince) = (status, Minute(minute), null);

    private Found? At(int minute, int? seen = null) => Breaking.Off(theCase, Course.Of(steps), seen is { } at ? Minute(at) : null, Waits.Usual, Minute(minute));
}
