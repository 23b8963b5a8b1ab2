using Microsoft.AspNetCore.Antiforgery;

namespace Madoguchi.SignIn;

/// <summary>Forms of signed-in people carry a token of ours, as a hidden field or, from scripts, as a header: another site's page cannot send one.</summary>
public static class FormTokenFeature
{
    public const string Field = "form-token";
    public const string Header = "X-Form-Token";

    public static void AddFormTokens(this IServiceCollection services) =>
        services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = Field;
            forms.HeaderName = Header;
            forms.Cookie.Name = "madoguchi-form";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true; // the content security policy says it
        });

    /// <summary>After the authorization: a token is one person's.</summary>
    public static void UseFormTokens(this WebApplication app)
    {
        app.UseAntiforgery();
        app.Use((http, next) => http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } ? ShutDoorsPage.RefuseForm(http) : next(http));
    }

    /// <summary>Every post of this group needs the token.</summary>
    public static TBuilder WithFormTokens<TBuilder>(this TBuilder group)
        where TBuilder : IEndpointConventionBuilder => group.WithMetadata(new Needed());

    /// <summary>The token for this page's head and forms.</summary>
    public static string FormToken(this HttpContext http) =>
        http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken ?? "";

    private sealed class Needed : IAntiforgeryMetadata
    {
        public bool RequiresValidation => true;
    }
}
