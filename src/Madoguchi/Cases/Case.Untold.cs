using Madoguchi.Shared;

namespace Madoguchi.Cases;

public sealed partial class Case
{
    /// <summary>What a case is called whose customer took a place in line first: nobody has to tell anything before.</summary>
    public static string Untold(string language) => Tongue.Of(language)["順番をとって、お話はこれから", "In line first, the story to come"];

    public bool IsUntold => Subject == Untold("ja") || Subject == Untold("en");
}
