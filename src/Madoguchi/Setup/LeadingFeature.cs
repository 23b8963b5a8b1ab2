using Madoguchi.Setup.FirstRun;

namespace Madoguchi.Setup;

public static class LeadingFeature
{
    /// <summary>Pages that are of no use before somebody is there to answer lead to where the first desk is made.</summary>
    public static void UseFirstRun(this IApplicationBuilder app) =>
        app.Use(async (http, next) =>
        {
            if (HttpMethods.IsGet(http.Request.Method) && http.Request.Path.Value is "/" or "/contact" or "/sign-in" && await http.RequestServices.GetRequiredService<FirstRunFeature>().IsNeeded(http.RequestAborted))
                http.Response.Redirect("/setup");
            else
                await next(http);
        });
}
