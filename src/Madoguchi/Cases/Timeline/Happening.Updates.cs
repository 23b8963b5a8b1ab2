namespace Madoguchi.Cases.Timeline;

/// <summary>Honest progress about what is broken for many, told to everybody affected by whoever wrote it.</summary>
/// <param name="Name">What the public calls the incident, in the language of the case.</param>
/// <param name="State">How far we are: <c>investigating</c>, <c>identified</c>, <c>monitoring</c> or <c>resolved</c>.</param>
/// <param name="Resolved">It is over, and the customer is asked whether it works again.</param>
public sealed record IncidentTold(Guid Incident, string Name, string Text, string State, bool? Resolved = null) : Happening;

/// <summary>The customer was asked whether it works again, and has answered.</summary>
/// <param name="Name">What the public calls the incident, in the language of the case.</param>
public sealed record WorksAgain(Guid Incident, bool Yes, string? Name = null) : Happening;
