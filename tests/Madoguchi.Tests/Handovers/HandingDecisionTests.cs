using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Handovers;

public sealed class HandingDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Desk Account = Desk("account", "ja");
    private static readonly Desk English = Desk("technical-en", "en");
    private static readonly CurrentAgent Hana = Agent("ja", Account);
    private static readonly CurrentAgent Robin = Agent("en", English);

    [Fact]
    public void The_giver_stays_responsible_while_an_offer_is_pending()
    {
        var (theCase, offer) = Offered();

        Assert.Equal((Account.Id, offer.Id), (theCase.DeskId, theCase.PendingHandoverId));
        Assert.Equal(OfferRefusal.Pending, Refusal(theCase.Offer(Offer(theCase), DeskName.Of(Account), DeskName.Of(English), default, Hana)));
    }

    [Fact]
    public void A_change_of_language_is_told_with_the_offer_and_keeps_the_customers_own()
    {
        var (theCase, offer) = Offered();
        Assert.Equal("en", offer.NewLanguage);

        Assert.False(theCase.Accept(offer, DeskName.Of(Account), DeskName.Of(English), Robin, Now).Refused(out _, out var happened));
        Assert.IsType<HandoverAccepted>(happened);
        Assert.Equal(("ja", English.Id, Robin.Id), (theCase.Language, theCase.DeskId, theCase.AgentId));
    }

    [Fact]
    public void Who_waits_for_their_own_language_is_accepted_only_by_one_who_speaks_it()
    {
        var (theCase, offer) = Offered();
        theCase.AnswerLanguage(offer, true);

        Assert.Equal(HandoverRefusal.CustomerWaits, Refusal(theCase.Accept(offer, DeskName.Of(Account), DeskName.Of(English), Robin, Now)));
        Assert.False(theCase.Accept(offer, DeskName.Of(Account), DeskName.Of(English), Agent("ja-JP", English), Now).Refused(out _, out _));
    }

    [Fact]
    public void Each_side_does_its_own_part_and_only_once()
    {
        var (theCase, offer) = Offered();
        Assert.Equal(HandoverRefusal.WithAnotherDesk, Refusal(theCase.Accept(offer, DeskName.Of(Account), DeskName.Of(English), Hana, Now)));
        Assert.Equal(HandoverRefusal.WithAnotherDesk, Refusal(theCase.Withdraw(offer, DeskName.Of(Account), DeskName.Of(English), Robin, Now)));

        Assert.False(theCase.Return(offer, DeskName.Of(Account), DeskName.Of(English), "no", Robin, Now).Refused(out _, out _));

        Assert.Equal(HandoverRefusal.Answered, Refusal(theCase.Accept(offer, DeskName.Of(Account), DeskName.Of(English), Robin, Now)));
        Assert.Equal(HandoverRefusal.Answered, Refusal(theCase.Withdraw(offer, DeskName.Of(Account), DeskName.Of(English), Hana, Now)));
        Assert.Null(theCase.PendingHandoverId);
    }

    [Fact]
    public void The_second_offer_rings()
    {
        var (theCase, offer) = Offered();
        theCase.Withdraw(offer, DeskName.Of(Account), DeskName.Of(English), Hana, Now);

        Assert.False(theCase.Offer(Offer(theCase), DeskName.Of(Account), DeskName.Of(English), default, Hana).Refused(out _, out var happened));
        Assert.Contains(new Rang(Rang.SecondOffer), happened);
    }

    [Fact]
    public void A_closed_case_is_not_handed_on()
    {
        var (theCase, offer) = Offered();
        (theCase.Status, theCase.ClosedAt) = (Status.Solved, Now);

        Assert.Equal(HandoverRefusal.Closed, Refusal(theCase.Accept(offer, DeskName.Of(Account), DeskName.Of(English), Robin, Now)));
        Assert.Equal(TakeoverRefusal.Closed, Refusal(theCase.TakeOver(Account, English, "x", Robin, offer, English, Now)));
    }

    [Fact]
    public void Only_what_customers_may_read_is_shown_of_a_handover() =>
        Assert.Equal([false, false, false, true, true, true, true], new Happening[]
        {
            new LanguageAhead(default, DeskName.Of(English), "en"), new HandoverAccepted(default, DeskName.Of(Account), DeskName.Of(English)), new TakenOver(DeskName.Of(Account), DeskName.Of(English)),
            new HandoverOffered(default, DeskName.Of(Account), DeskName.Of(English), "r", default), new HandoverReturned(default, DeskName.Of(Account), DeskName.Of(English), "r"),
            new HandoverWithdrawn(default, DeskName.Of(Account), DeskName.Of(English)), new Rang(Rang.Unanswered),
        }.Select(h => h.IsInternal));

    private static (Case, Handover) Offered()
    {
        var theCase = new Case { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = Account.Id, Language = "ja", Subject = "x", CustomerWaitingSince = Now };
        var offer = Offer(theCase);
        Assert.False(theCase.Offer(offer, DeskName.Of(Account), DeskName.Of(English), JsonElement.Parse("{}"), Hana).Refused(out _, out var happened));
        Assert.Equal([typeof(HandoverOffered), typeof(LanguageAhead)], happened.Select(h => h.GetType()));
        return (theCase, offer);
    }

    private static Handover Offer(Case theCase) => new()
    {
        Id = Id<Handover>.New(), CaseId = theCase.Id, FromDeskId = Account.Id, ToDeskId = English.Id, OfferedBy = Hana.Id, Reason = "r", Brief = "{}", OfferedAt = Now,
        NewLanguage = theCase.LanguageChange(English),
    };

    private static TRefusal Refusal<T, TRefusal>(Result<T, TRefusal> result)
        where TRefusal : struct, Enum
    {
        Assert.True(result.Refused(out var why, out _));
        return why;
    }

    private static Desk Desk(string slug, string language) => new() { Id = Id<Desk>.New(), Slug = slug, Name = slug, Languages = [language] };

    private static CurrentAgent Agent(string language, Desk desk) => new(Id<Agent>.New(), language, language, AgentRole.Agent, [desk.Id], [language]);
}
