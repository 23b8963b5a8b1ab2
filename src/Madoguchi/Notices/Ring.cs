using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Notices;

/// <summary>Whom to tell that something waits: agents by name, everybody at some desks, the supervisors of some desks. Goes into the outbox
/// with the act that causes it; the notices follow.</summary>
/// <param name="Kind"><c>offered</c>, <c>returned</c>, <c>secondOffer</c>, <c>unanswered</c>, <c>preferOwnLanguage</c>, <c>stillStuck</c>, <c>thanked</c>, <c>concern</c>, <c>unclear</c>.</param>
/// <param name="Except">Who did it knows already.</param>
public sealed record Ring(
    Id<Case> CaseId, string Kind, IReadOnlyList<Id<Agent>> Agents, IReadOnlyList<Id<Desk>> Desks, IReadOnlyList<Id<Desk>> SupervisorsOf, Id<Agent>? Except = null)
{
    /// <summary>The outbox's kind.</summary>
    public const string Work = "notice";

    public const string Offered = "offered";
    public const string Returned = "returned";
    public const string PreferOwnLanguage = "preferOwnLanguage";

    /// <summary>What an answer to the offer makes moot. That a case was offered twice stays worth knowing.</summary>
    public static readonly IReadOnlyList<string> UntilAnswered = [Offered, Rang.Unanswered, PreferOwnLanguage, Asked];

    /// <summary>A customer who had broken off answered a follow-up: still stuck.</summary>
    public const string StillStuck = "stillStuck";

    /// <summary>A customer has thanked the agent by name.</summary>
    public const string Thanked = "thanked";

    /// <summary>A customer was not content: a supervisor looks into it.</summary>
    public const string Concern = "concern";

    /// <summary>A customer did not understand a step of a guide.</summary>
    public const string Unclear = "unclear";

    /// <summary>The third call in a row that nobody answered.</summary>
    public const string MissedThrice = "missedThrice";

    /// <summary>The customer is on the telephone: it was answered.</summary>
    public const string OnTheLine = "onTheLine";

    /// <summary>A text message could not be sent.</summary>
    public const string TextFailed = "textFailed";

    /// <summary>A promised call back is due within minutes.</summary>
    public const string CallBackDue = "callBackDue";

    /// <summary>A promised call back was not made in time.</summary>
    public const string CallBackLate = "callBackLate";

    /// <summary>A remedy waits for a second person.</summary>
    public const string RemedyAsked = "remedyAsked";

    /// <summary>What was asked for was approved.</summary>
    public const string RemedyGranted = "remedyGranted";
    public const string RemedyDeclined = "remedyDeclined";
    /// <summary>A question to the technical desk.</summary>
    public const string Asked = "escalationAsked";

    /// <summary>The technical desk has answered.</summary>
    public const string TechnicalAnswered = "escalationAnswered";

    /// <summary>The technical desk has not answered in time.</summary>
    public const string TechnicalLate = "escalationLate";

    /// <summary>The technical desk has answered, and the customer has not heard of it.</summary>
    public const string AnswerUntold = "escalationUntold";

    /// <summary>A customer wants a supervisor.</summary>
    public const string SupervisorWished = "supervisorWished";

    /// <summary>No supervisor has answered in time.</summary>
    public const string SupervisorLate = "supervisorLate";

    /// <summary>Stand beside a colleague: nobody answers this case alone.</summary>
    public const string CareBeside = "careBeside";

    /// <summary>From here on only supervisors answer.</summary>
    public const string CareForSupervisors = "careForSupervisors";

    /// <summary>The customer has written in a matter that was ended with a letter.</summary>
    public const string CareReview = "careReview";

    /// <summary>A promised check was not told of in time.</summary>
    public const string CheckLate = "checkLate";

    /// <summary>An incident is resolved, and this customer says that it does not work yet.</summary>
    public const string WorksNot = "worksNot";

    /// <summary>It works again, and what they had written before that is not answered.</summary>
    public const string WorksButWaited = "worksButWaited";

    public static Ring AtDesks(Id<Case> id, string kind, CurrentAgent? by, params IReadOnlyList<Id<Desk>> desks) => new(id, kind, [], desks, [], by?.Id);

    /// <summary>Who made the offer; the whole desk when that was no person.</summary>
    public static Ring AtGiver(Handover offer, string kind, CurrentAgent? by) =>
        offer.OfferedBy == CurrentAgent.Bootstrap.Id ? AtDesks(offer.CaseId, kind, by, offer.FromDeskId) : new(offer.CaseId, kind, [offer.OfferedBy], [], [], by?.Id);
}
