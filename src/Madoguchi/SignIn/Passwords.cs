namespace Madoguchi.SignIn;

public static class Passwords
{
    /// <summary>Length is what counts; no rules about signs (NIST SP 800-63B).</summary>
    public const int Shortest = 12;
}
