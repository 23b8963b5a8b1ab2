using System.Text.Json;
using System.Text.Json.Serialization;
using Madoguchi.Cases.Attaching;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Timeline;

/// <summary>What happened, in the past tense. The family is closed: each kind has its record here and its fragment beside it.</summary>
public abstract record Happening
{
    private static readonly Dictionary<string, Type> Kinds = new()
    {
        ["message"] = typeof(MessageSaid), ["note"] = typeof(NoteWritten), ["attachment"] = typeof(FileAttached),
        ["fact"] = typeof(FactTold), ["factPromised"] = typeof(FactPromised), ["question"] = typeof(QuestionAsked), ["askedAgain"] = typeof(AskedAgain),
        ["assigned"] = typeof(Assigned), ["reopened"] = typeof(Reopened), ["solutionProposed"] = typeof(SolutionProposed),
        ["solutionAnswered"] = typeof(SolutionAnswered), ["closedBySilence"] = typeof(ClosedBySilence),
        ["handoverOffered"] = typeof(HandoverOffered), ["languageAhead"] = typeof(LanguageAhead), ["languageAnswered"] = typeof(LanguageAnswered),
        ["handoverAccepted"] = typeof(HandoverAccepted), ["handoverReturned"] = typeof(HandoverReturned), ["handoverWithdrawn"] = typeof(HandoverWithdrawn),
        ["rang"] = typeof(Rang), ["cardOpened"] = typeof(CardOpened), ["takenOver"] = typeof(TakenOver), ["numberClaimed"] = typeof(NumberClaimed),
        ["numberConfirmed"] = typeof(NumberConfirmed), ["described"] = typeof(Described),
        ["mailed"] = typeof(Mailed), ["mailFailed"] = typeof(MailFailed), ["addressVerified"] = typeof(AddressVerified),
        ["callTaken"] = typeof(CallTaken), ["callCame"] = typeof(CallCame), ["texted"] = typeof(Texted), ["textFailed"] = typeof(TextFailed), ["callBackLate"] = typeof(CallBackLate),
        ["heldBack"] = typeof(HeldBack), ["sentAnyway"] = typeof(SentAnyway), ["placed"] = typeof(Placed),
        ["tagged"] = typeof(Tagged), ["prioritized"] = typeof(Prioritized), ["snoozed"] = typeof(Snoozed), ["woke"] = typeof(Woke), ["messageWithdrawn"] = typeof(MessageWithdrawn),
        ["brokenOff"] = typeof(BrokeOff), ["followedUp"] = typeof(FollowedUp), ["followUpAnswered"] = typeof(FollowUpAnswered), ["letBe"] = typeof(LetBe),
        ["lineJoined"] = typeof(LineJoined), ["lineCalled"] = typeof(LineCalled), ["lineHeld"] = typeof(LineHeld), ["lineReturned"] = typeof(LineReturned), ["lineServed"] = typeof(LineServed), ["lineLeft"] = typeof(LineLeft),
        ["lineGoesOn"] = typeof(LineGoesOn), ["lineMoved"] = typeof(LineMoved), ["lineOffered"] = typeof(LineOffered), ["linePassed"] = typeof(LinePassed),
        ["thanked"] = typeof(Thanked), ["thanksWithdrawn"] = typeof(ThanksWithdrawn), ["thanksDeclined"] = typeof(ThanksDeclined), ["concernOpened"] = typeof(ConcernOpened), ["concernSettled"] = typeof(ConcernSettled),
        ["walkStarted"] = typeof(WalkStarted), ["wayBegun"] = typeof(WayBegun), ["stepAnswered"] = typeof(StepAnswered), ["wayTried"] = typeof(WayTried), ["walkPaused"] = typeof(WalkPaused), ["walkResumed"] = typeof(WalkResumed), ["walkEnded"] = typeof(WalkEnded),
        ["approvalAsked"] = typeof(ApprovalAsked), ["approved"] = typeof(Approved), ["approvalReturned"] = typeof(ApprovalReturned),
        ["remedyAsked"] = typeof(RemedyAsked), ["remedyGranted"] = typeof(RemedyGranted), ["remedyDeclined"] = typeof(RemedyDeclined),
        ["heldForProof"] = typeof(HeldForProof), ["notADenial"] = typeof(NotADenial), ["declined"] = typeof(Declined), ["disputed"] = typeof(Disputed),
        ["findingMade"] = typeof(FindingMade), ["findingShown"] = typeof(FindingShown), ["checkPromised"] = typeof(CheckPromised), ["checkLate"] = typeof(CheckLate),
        ["escalationAsked"] = typeof(EscalationAsked), ["technicalAsked"] = typeof(TechnicalAsked), ["escalationAnswered"] = typeof(EscalationAnswered), ["cameBack"] = typeof(CameBack), ["escalationLate"] = typeof(EscalationLate),
        ["registrationRepaired"] = typeof(RegistrationRepaired), ["registrationHelped"] = typeof(RegistrationHelped),
        ["toldOfBreak"] = typeof(ToldOfBreak),
        ["incidentJoined"] = typeof(IncidentJoined), ["incidentLeft"] = typeof(IncidentLeft),
        ["incidentTold"] = typeof(IncidentTold), ["worksAgain"] = typeof(WorksAgain),
        ["careMarked"] = typeof(CareMarked), ["careStep"] = typeof(CareStepTaken), ["careSteppedBack"] = typeof(CareSteppedBack),
        ["supervisorWished"] = typeof(SupervisorWished), ["supervisorNotNeeded"] = typeof(SupervisorNotNeeded), ["supervisorCame"] = typeof(SupervisorCame), ["supervisorLate"] = typeof(SupervisorLate),
        ["evidenceAdded"] = typeof(EvidenceAdded), ["evidenceFiled"] = typeof(EvidenceFiled), ["evidenceAsked"] = typeof(EvidenceAsked),
        ["voiceJoined"] = typeof(VoiceJoined), ["voiceLeft"] = typeof(VoiceLeft),
        ["voiceDecided"] = typeof(VoiceDecided),
    };

    // One list, so that a glance tells what stays in the house.
    private static readonly HashSet<Type> Internals =
    [
        typeof(NoteWritten), typeof(AskedAgain), typeof(Described), typeof(Assigned), typeof(HandoverOffered), typeof(HandoverReturned),
        typeof(HandoverWithdrawn), typeof(Rang), typeof(CardOpened), typeof(NumberClaimed), typeof(NumberConfirmed),
        typeof(MailFailed), typeof(TextFailed), typeof(CallBackLate),
        typeof(HeldBack), typeof(SentAnyway), typeof(Placed),
        typeof(Tagged), typeof(Prioritized), typeof(Snoozed), typeof(Woke),
        typeof(BrokeOff), typeof(LetBe),
        typeof(LineServed), typeof(LineGoesOn), typeof(LineOffered), typeof(LinePassed),
        typeof(ThanksDeclined), typeof(ConcernOpened), typeof(ConcernSettled),
        typeof(ApprovalAsked), typeof(Approved), typeof(ApprovalReturned),
        typeof(RemedyAsked), typeof(RemedyDeclined),
        typeof(HeldForProof), typeof(NotADenial), typeof(Declined), typeof(Disputed),
        typeof(FindingMade), typeof(CheckLate), typeof(EscalationAsked), typeof(EscalationAnswered), typeof(EscalationLate),
        typeof(RegistrationRepaired),
        typeof(ToldOfBreak),
        typeof(IncidentJoined), typeof(IncidentLeft),
        typeof(CareMarked), typeof(CareStepTaken), typeof(CareSteppedBack), typeof(SupervisorLate),
        typeof(EvidenceFiled),
        typeof(VoiceJoined), typeof(VoiceLeft),
    ];

    private static readonly Dictionary<Type, string> Names = Kinds.ToDictionary(k => k.Value, k => k.Key);

    /// <summary>For the house only.</summary>
    [JsonIgnore]
    public bool IsInternal => Internals.Contains(GetType());

    /// <summary>The words to show in a list, when this is what was said last.</summary>
    [JsonIgnore]
    public string? Preview => this switch
    {
        MessageSaid said => said.Text,
        CallTaken call => call.Text,
        FileAttached file => file.Name,
        EvidenceAdded evidence => evidence.Name,
        QuestionAsked question => question.Label,
        SolutionProposed solution => solution.Outcome,
        FollowedUp followedUp => followedUp.Text,
        IncidentTold told => told.Text,
        FindingShown finding => finding.Text,
        VoiceDecided decided => decided.Text,
        _ => null,
    };

    public static IReadOnlyCollection<string> AllKinds => Kinds.Keys;

    public static string KindOf(Happening what) => KindOf(what.GetType());

    public static string KindOf(Type what) => Names[what];

    public static Happening Read(string kind, string body) => (Happening)JsonSerializer.Deserialize(body, Kinds[kind], Json.Options)!; // written by Entry.Append: never null
}

/// <param name="Text">The words, as written.</param>
/// <param name="WrittenAt">When they were written, if that was before they could be sent.</param>
/// <param name="Withdrawn">Taken back: as customers read it, without its words.</param>
/// <param name="Translation">What the agent sent along for who reads another language.</param>
public sealed record MessageSaid(string Text, DateTimeOffset? WrittenAt = null, bool? Withdrawn = null, MachineTranslation? Translation = null) : Happening;

/// <summary>Made by a machine, read by the agent before it was sent; always shown as such, after the original.</summary>
public sealed record MachineTranslation(string Language, string Text);

/// <param name="Mentions">Agents who were called by name.</param>
public sealed record NoteWritten(string Text, IReadOnlyList<Guid>? Mentions = null) : Happening;

/// <param name="Id">Names this attachment in addresses.</param>
/// <param name="Type">The media type by our own look at the bytes, never by what was claimed.</param>
/// <param name="Size">Bytes.</param>
public sealed record FileAttached(Guid Id, string Name, string Type, long Size, string Sha256, int? Width = null, int? Height = null, DateTimeOffset? WrittenAt = null) : Happening
{
    /// <summary>Its bytes, to be named once more.</summary>
    [JsonIgnore]
    public KeptFile Kept => new(Name, Type, Size, Sha256, Width, Height);
}

public sealed record FactTold(string Key, string Value, string Scope, string? Before = null) : Happening;

/// <summary>The customer will tell it later.</summary>
public sealed record FactPromised(string Key) : Happening;

/// <param name="Help">Where to find it, in the customer's language.</param>
public sealed record QuestionAsked(string Fact, string Label, string? Help = null) : Happening;

/// <summary>A known fact was asked all the same; the reason stays in the house, and it is counted.</summary>
public sealed record AskedAgain(string Fact, string Because) : Happening;

/// <summary>Subject, product or problem set by the house.</summary>
public sealed record Described(string? Subject = null, string? Product = null, string? Problem = null, string? Language = null) : Happening;

/// <param name="Agent">Nobody when null.</param>
public sealed record Assigned(Guid? Agent = null, string? Name = null) : Happening;

public sealed record Reopened : Happening;

public sealed record SolutionProposed(string Outcome) : Happening;

public sealed record SolutionAnswered(bool Solved) : Happening;

public sealed record ClosedBySilence : Happening;
