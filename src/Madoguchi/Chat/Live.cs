namespace Madoguchi.Chat;

public static class Live
{
    /// <summary>Sent by our scripts, which want a fragment and not a page.</summary>
    public const string Header = "X-Live";
}
