using Madoguchi.Incidents.Noticing.Jumps;

namespace Madoguchi.Incidents.Noticing.Proposing;

/// <param name="Key">Null: an error text that nobody has heard of.</param>
/// <param name="Ordinary">So many within the hour are usual.</param>
/// <param name="Needed">So many are proposed, for each rate of false alarms; null where it cannot be judged yet.</param>
public sealed record NoticingExample(JumpKind Kind, string? Key, double Ordinary, IReadOnlyList<int?> Needed);

/// <param name="Days">So much of the past is known.</param>
/// <param name="Busiest">The end of the busiest hour of the week, which the examples are of.</param>
/// <param name="PerHour">Contacts of all sorts in that hour.</param>
/// <param name="Proposed">In the last 90 days …</param>
/// <param name="Declared">… of which so many were incidents …</param>
/// <param name="Dismissed">… and so many were none.</param>
public sealed record NoticingHouse(NoticingSettings Settings, double Days, DateTimeOffset Busiest, double PerHour, IReadOnlyList<NoticingExample> Examples, int Proposed, int Declared, int Dismissed);
