using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Denying;

/// <summary>A "no" that was not sent, with everything that helps to find out.</summary>
/// <param name="Held">What was noticed, and what it lacks.</param>
/// <param name="Disputes">By what it is known that the customer says something happened.</param>
/// <param name="Around">When it may have been: where to begin to look.</param>
/// <param name="Findings">Those that there are already.</param>
/// <param name="Precedents">What the house has decided not to do, as far as it bears this "no".</param>
public sealed record Unproven(HeldForProof Held, IReadOnlyList<Dispute> Disputes, DateTimeOffset Around, IReadOnlyList<Finding> Findings, IReadOnlyList<Precedent> Precedents)
{
    private const int Minutes = 60;

    /// <summary>The page where customer and product stand side by side, at that time.</summary>
    public static string Check(Id<Case> id, DateTimeOffset around) => $"/desk/cases/{id}/proof?at={around.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}&minutes={Minutes}";
}
