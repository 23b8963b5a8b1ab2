namespace Madoguchi.Cases.Timeline;

/// <summary>An agent found words of the customer hard to bear, or not so. For the house only.</summary>
/// <param name="Entry">Which.</param>
public sealed record CareMarked(int Entry, bool Abusive, string? Because = null) : Happening;

/// <summary>A step to protect whoever answers. For the house only: what the customer reads is the letter.</summary>
/// <param name="Second">Who stands beside.</param>
public sealed record CareStepTaken(CareStep Step, string Because, string? Second = null) : Happening;

/// <summary>A step back, at the customer's appeal or because it is calm again.</summary>
/// <param name="Step">What no longer holds.</param>
/// <param name="Now">What holds again.</param>
public sealed record CareSteppedBack(CareStep Step, string Because, CareStep? Now = null) : Happening;

/// <summary>"I want a supervisor": one of them answers by then.</summary>
public sealed record SupervisorWished(Guid Wish, DateTimeOffset By) : Happening;

/// <summary>No longer needed, says the customer.</summary>
public sealed record SupervisorNotNeeded(Guid Wish) : Happening;

/// <summary>A supervisor has answered: the promise is kept.</summary>
/// <param name="Name">As customers know them.</param>
public sealed record SupervisorCame(Guid Wish, string Name) : Happening;

/// <summary>No supervisor has answered in time.</summary>
public sealed record SupervisorLate(Guid Wish, DateTimeOffset Due) : Happening;
