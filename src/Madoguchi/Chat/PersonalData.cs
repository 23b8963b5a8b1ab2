namespace Madoguchi.Chat;

public static class PersonalData
{
    /// <summary>The wording on the page /personal-data; kept with each contact, so that it is known what somebody was told. A new wording is a new version.</summary>
    public const string Version = "2026-11-22";
}
