using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Messaging;

/// <param name="WrittenAt">When it was written, if it had to wait for a connection.</param>
/// <param name="Translation">Agents: what a machine made of it, shown to the customer after the original.</param>
/// <param name="Seen">The last entry that the writer had seen: when a colleague has answered since, it is not sent but said (409 <c>answered-meanwhile</c>).</param>
/// <param name="Anyway">Send it although a colleague has answered.</param>
/// <param name="Because">Why it is sent although it sends the customer away, or why it is no denial; it stays in the house.</param>
/// <param name="Declines">Agents: it says no. <c>false</c>, with <paramref name="Because"/>: it does not, though its words look so.</param>
/// <param name="Cites">The findings that a denial rests on.</param>
/// <param name="Articles">The articles that it rests on: enough where nothing is disputed.</param>
/// <param name="Voices">The voices that it rests on: the decision that it will not be done, whose public words stand in the text.</param>
public sealed record Message(string Text, DateTimeOffset? WrittenAt = null, string? Because = null, int? Seen = null, bool Anyway = false,
    MachineTranslation? Translation = null, bool? Declines = null, IReadOnlyList<Id<Finding>>? Cites = null, IReadOnlyList<string>? Articles = null, IReadOnlyList<Guid>? Voices = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Words("/text", Text), .. Wording.Overriding.Errors("/because", Because), .. Proof.Errors(Cites, Articles, Voices),
        .. Translation is null ? [] : Checks.Language("/translation/language", Translation.Language).Concat(Checks.Words("/translation/text", Translation.Text)),
    ];
}

/// <param name="Entry">The number on the timeline.</param>
/// <param name="ApprovalId">Nothing was sent: it waits for a second person.</param>
public sealed record Recorded(int Entry, Id<Approving.Approval>? ApprovalId = null);

/// <summary>Why a word or an act was not taken.</summary>
public enum CaseRefusal { Unknown, WithAnotherDesk, NeedsApproval }

/// <summary>Why a reply was not sent.</summary>
public enum SayRefusal { Unknown, WithAnotherDesk, SendsAway, AnsweredMeanwhile, NeedsFinding, UnknownProof, NeedsApproval }
