using System.Text.Json;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>Why a case was not offered.</summary>
public enum OfferRefusal { Unknown, WithAnotherDesk, Closed, Pending, OwnDesk, UnknownDesk }

/// <summary>Why an offer was not answered.</summary>
public enum HandoverRefusal { Unknown, WithAnotherDesk, Closed, Answered, CustomerWaits }

public sealed partial class Case
{
    /// <summary>The language that would go on at this desk, when it is not the customer's own. Desks decide, not single agents: who
    /// will accept is not known when the customer has to be told.</summary>
    public string? LanguageChange(Desk to) => to.Speaks(Language) ? null : to.Languages[0];

    /// <summary>Offered to another desk. Nothing moves yet: the giver stays responsible until somebody accepts.</summary>
    public Result<IReadOnlyList<Happening>, OfferRefusal> Offer(Handover offer, DeskName from, DeskName to, JsonElement brief, CurrentAgent agent)
    {
        if (!agent.WorksAt(DeskId))
            return OfferRefusal.WithAnotherDesk;
        if (IsClosed)
            return OfferRefusal.Closed;
        if (PendingHandoverId is not null)
            return OfferRefusal.Pending;
        if (offer.ToDeskId == DeskId)
            return OfferRefusal.OwnDesk;

        PendingHandoverId = offer.Id;
        Offers++;
        List<Happening> happened = [new HandoverOffered(offer.Id.Value, from, to, offer.Reason, brief)];
        if (offer.NewLanguage is { } language)
            happened.Add(new LanguageAhead(offer.Id.Value, to, language));
        if (Offers > 1)
            happened.Add(new Rang(Rang.SecondOffer));
        return happened;
    }

    /// <summary>Only now responsibility moves. The customer goes on in their own language on the record, whoever answers.</summary>
    public Result<Happening, HandoverRefusal> Accept(Handover offer, DeskName from, DeskName to, CurrentAgent agent, DateTimeOffset now)
    {
        if (No(offer, offer.ToDeskId, agent) is { } no)
            return no;
        if (IsClosed)
            return HandoverRefusal.Closed;
        if (offer.CustomerWaitsForOwnLanguage && !agent.Speaks(Language))
            return HandoverRefusal.CustomerWaits;

        Settle(offer, HandoverState.Accepted, agent, now);
        MoveTo(offer.ToDeskId, agent);
        return new HandoverAccepted(offer.Id.Value, from, to);
    }

    public Result<Happening, HandoverRefusal> Return(Handover offer, DeskName from, DeskName to, string reason, CurrentAgent agent, DateTimeOffset now)
    {
        if (No(offer, offer.ToDeskId, agent) is { } no)
            return no;

        Settle(offer, HandoverState.Returned, agent, now);
        offer.Answer = reason;
        return new HandoverReturned(offer.Id.Value, from, to, reason);
    }

    public Result<Happening, HandoverRefusal> Withdraw(Handover offer, DeskName from, DeskName to, CurrentAgent agent, DateTimeOffset now)
    {
        if (No(offer, offer.FromDeskId, agent) is { } no)
            return no;

        Settle(offer, HandoverState.Withdrawn, agent, now);
        return new HandoverWithdrawn(offer.Id.Value, from, to);
    }

    /// <summary>The customer was told that the language would change, and says whether they would rather wait for their own.</summary>
    public Result<Happening, HandoverRefusal> AnswerLanguage(Handover offer, bool wait)
    {
        if (offer.CaseId != Id || offer.NewLanguage is null)
            return HandoverRefusal.Unknown;
        if (offer.State is not HandoverState.Offered)
            return HandoverRefusal.Answered;

        offer.CustomerWaitsForOwnLanguage = wait;
        return new LanguageAnswered(offer.Id.Value, wait);
    }

    private static HandoverRefusal? No(Handover offer, Id<Desk> desk, CurrentAgent agent) =>
        !agent.WorksAt(desk) ? HandoverRefusal.WithAnotherDesk : offer.State is not HandoverState.Offered ? HandoverRefusal.Answered : null;

    /// <summary>The case was settled while another desk thought about it.</summary>
    public Happening WithdrawAtClosing(Handover offer, DeskName from, DeskName to, DateTimeOffset now)
    {
        Settle(offer, HandoverState.Withdrawn, null, now);
        return new HandoverWithdrawn(offer.Id.Value, from, to);
    }

    private void Settle(Handover offer, HandoverState state, CurrentAgent? agent, DateTimeOffset now)
    {
        (offer.State, offer.AnsweredBy, offer.AnsweredAt) = (state, agent?.Id, now);
        PendingHandoverId = null;
    }

    private void MoveTo(Id<Desk> desk, CurrentAgent agent)
    {
        DeskId = desk;
        Wake(Woke.ByAgent); // the giver's plan is not the taker's
        AgentId = agent.IsBootstrap ? null : agent.Id;
        if (CustomerWaitingSince is not null && Status is (Status.New or Status.WaitingForCustomer))
            Status = Status.WaitingForUs;
    }
}
