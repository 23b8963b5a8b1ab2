using System.Text.Json.Serialization;
using Madoguchi.Cases;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Noticing.Proposing;

/// <param name="Kind">What its cases have in common: an error text to the letter, an error text, words, a problem, a product.</param>
/// <param name="ErrorText">With numbers and ids folded.</param>
/// <param name="Cases">All that fit, the first one first.</param>
/// <param name="Since">When the first of them came.</param>
/// <param name="Expected">So many contacts would have been ordinary in the window …</param>
/// <param name="InWindow">… in which so many people came, when it was most striking.</param>
/// <param name="Seen">Cases that fit, so far …</param>
/// <param name="People">… of so many different people.</param>
/// <param name="Odds">By chance alone, one such window in so many shows as much.</param>
/// <param name="Words">That its cases share, the most telling first.</param>
public sealed record ProposalView(
    Id<IncidentProposal> ProposalId, JumpKind Kind, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Product, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Problem,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? ErrorText, IReadOnlyList<Id<Case>> Cases, DateTimeOffset Since, DateTimeOffset LastAt, double Expected, int InWindow, int Seen, int People, int WindowMinutes, double Odds,
    IReadOnlyList<string> Words);

public sealed record ProposalList(IReadOnlyList<ProposalView> Proposals);

public sealed record Dismissed(Id<IncidentProposal> ProposalId, ProposalState State);

/// <param name="FalseAlarms">About one jump that is mere chance is proposed in this time.</param>
/// <param name="Fewest">Fewer different people are no jump; as it was, when missing.</param>
public sealed record NoticingSettings(FalseAlarms FalseAlarms, int? Fewest = null) : IChecked
{
    public const int MostPeople = 100;

    public static NoticingSettings Of(NoticingState state) => new(state.FalseAlarms, state.Fewest);

    public IEnumerable<(string Pointer, string Why)> Errors() => Fewest is < Looking.Fewest or > MostPeople ? [("/fewest", $"From {Looking.Fewest} to {MostPeople} people.")] : [];
}
