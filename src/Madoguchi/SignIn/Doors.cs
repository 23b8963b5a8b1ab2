namespace Madoguchi.SignIn;

/// <summary>Who may come in by which door. The API takes keys and tokens only; pages take the session cookie only.</summary>
public static class Doors
{
    public const string Bearer = "Bearer";
    public const string Session = "Session";

    /// <summary>An agent by key, or a customer by the token of one case.</summary>
    public const string Caller = "caller";
    public const string Agent = "agent";
    public const string Administrator = "administrator";

    /// <summary>A product with a key for telling what happened, or an administrator.</summary>
    public const string ProductLog = "product-log";

    /// <summary>An agent who has signed in to the pages.</summary>
    public const string Workspace = "workspace";
    public const string Settings = "settings";
}
