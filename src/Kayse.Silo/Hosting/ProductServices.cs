using Kayse.Grains.Hosting;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Push;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Hosting;

internal static class ProductServices
{
    /// <summary>The settings of the installation as a whole, and what features take from them.</summary>
    public static IServiceCollection AddProduct(this IServiceCollection services)
    {
        services.AddValidatedOptions<ProductOptions, ProductOptionsValidator>(ProductOptions.Section);
        services
            .AddOptions<InvitationOptions>()
            .PostConfigure<IOptions<ProductOptions>>(
                (invitations, product) => invitations.IsSignUpOpen = product.Value.SignUp == SignUpMode.Open
            );
        services
            .AddOptions<PushOptions>()
            .PostConfigure<IOptions<ProductOptions>>(
                (push, product) =>
                {
                    if (push.Subject.Length == 0 && PushOptions.IsRealContact(product.Value.PublicUrl))
                        push.Subject = product.Value.PublicUrl;
                }
            );
        return services.AddSingleton(provider => new PublicLinks(
            provider.GetRequiredService<IOptions<ProductOptions>>().Value.PublicUrl.TrimEnd('/')
        ));
    }
}
