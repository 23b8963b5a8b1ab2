namespace Madoguchi.Cases.Timeline;

/// <summary>An agent has mended a registration of a campaign, for the house.</summary>
/// <param name="Repair"><c>resend</c>, <c>correctAddress</c>, <c>complete</c> or <c>release</c>.</param>
/// <param name="Campaign">Its slug.</param>
/// <param name="Reason">Stays in the house.</param>
public sealed record RegistrationRepaired(string Repair, Guid RegistrationId, string Campaign, string Reason) : Happening;

/// <summary>The same, as its customer reads it.</summary>
/// <param name="Name">The campaign's, in both languages.</param>
/// <param name="Receipt">Of what was completed by hand.</param>
public sealed record RegistrationHelped(string Repair, string Name, string NameInEnglish, string? Receipt = null) : Happening
{
    public const string Resend = "resend";
    public const string CorrectAddress = "correctAddress";
    public const string Complete = "complete";
}
