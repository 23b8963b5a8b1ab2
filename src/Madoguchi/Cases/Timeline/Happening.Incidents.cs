namespace Madoguchi.Cases.Timeline;

/// <summary>The case is one of those that an incident (障害) affects: it fitted, or somebody added it.</summary>
/// <param name="Title">As the house calls it.</param>
/// <param name="Added">Somebody added it.</param>
public sealed record IncidentJoined(Guid Incident, string Title, bool? Added = null) : Happening;

/// <summary>Somebody saw that it has nothing to do with the incident.</summary>
public sealed record IncidentLeft(Guid Incident, string Title) : Happening;
