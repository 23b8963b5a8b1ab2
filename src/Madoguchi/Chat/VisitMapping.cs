using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;

namespace Madoguchi.Chat;

/// <summary>Somebody at a customer's own address: the token in it opens one case, and nothing else is asked for.</summary>
public sealed class Visit
{
    private readonly CurrentCustomer? customer;
    private readonly string? language;

    private Visit(string token, CurrentCustomer? customer, string? language) => (Token, this.customer, this.language) = (token, customer, language);

    public string Token { get; }

    /// <summary>False for a token that nobody was given, or whose case was closed long ago.</summary>
    public bool IsKnown => customer is not null;

    public CurrentCustomer Customer => customer ?? throw new InvalidOperationException("The room's filter lets nobody in without a case.");

    public Caller Caller => new(Customer);

    /// <summary>Where this visitor's page is, in the language that was asked for.</summary>
    public string Home => $"/c/{Token}{Query}";

    public string Query => language is null ? "" : $"?lang={language}";

    public Tongue TongueFor(string caseLanguage) => Tongue.Of(language ?? caseLanguage);

    public static async ValueTask<Visit> BindAsync(HttpContext http)
    {
        var token = http.Request.RouteValues["token"] as string ?? "";
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var known = await http.RequestServices.GetRequiredService<Db>().CustomerByToken(token, clock.Now, http.RequestAborted);
        return new Visit(token, known, http.Request.Query["lang"].ToString() is ("ja" or "en") and var asked ? asked : null);
    }
}
